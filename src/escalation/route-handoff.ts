import type { Priority, ReasonCode, Team } from '../domain/decision.ts';
import { PRIORITIES } from '../domain/decision.ts';

/** How soon a person should look, by reason; a valued or cross customer moves one step up. */
const REASON_PRIORITY: Readonly<Record<ReasonCode, Priority>> = {
  safety: 'urgent',
  legal: 'urgent',
  threat: 'urgent',
  anger: 'high',
  staff_only: 'normal',
  human_request: 'normal',
  repetition: 'normal',
  repeated_failure: 'normal',
  low_confidence: 'low',
  takeover: 'normal',
};

/** Reasons that go to the complaints team whatever the topic. */
const COMPLAINTS: ReadonlySet<ReasonCode> = new Set(['safety', 'legal', 'threat', 'anger']);

/** Team by the intent group of the topic; a group that is not listed goes to `general`. */
const GROUP_TEAM: Readonly<Record<string, Team>> = {
  product: 'presale',
  price: 'presale',
  promo: 'presale',
  ordering: 'presale',
  payment: 'presale',
  membership: 'presale',
  shipping: 'logistics',
  logistics: 'logistics',
  after_sales: 'aftersales',
  invoice: 'aftersales',
  complaint: 'complaints',
};

/** Tiers that move a customer up; other tiers and none do not. */
const VALUED = /vip|gold|platinum|diamond|black|plus|premium|[金钻黑]/iu;

/** What the queue needs to know about a hand-off besides its reason. */
export interface HandoffContext {
  /** Intent group of the topic, the present one or the last that was not small talk. */
  readonly group?: string;
  readonly tier?: string;
  readonly cross: boolean;
}

/** Priority and team of a hand-off. */
export function routeHandoff(reason: ReasonCode, context: HandoffContext): { priority: Priority; team: Team } {
  const valued = VALUED.test(context.tier ?? '');
  const raised = Number(valued) + Number(context.cross && !COMPLAINTS.has(reason));
  const step = Math.max(0, PRIORITIES.indexOf(REASON_PRIORITY[reason]) - raised);
  const team = COMPLAINTS.has(reason) ? 'complaints' : (GROUP_TEAM[context.group ?? ''] ?? 'general');
  return { priority: PRIORITIES[step], team };
}
