import type { Actor, AuditEntry } from '../domain/account.ts';
import type { ConversationEvent } from '../domain/conversation.ts';
import { ConflictError, NotFoundError } from '../domain/errors.ts';
import { isOpen } from '../domain/handoff.ts';
import { projectHandoff } from '../domain/project-handoff.ts';
import type { AuditTrail } from '../ports/audit-trail.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConversationStore } from '../ports/conversation-store.ts';
import type { Notifier } from '../ports/notifier.ts';
import type { Erased, PersonalDataStore } from '../ports/personal-data-store.ts';
import { customerLabel } from './customer-label.ts';
import { maskPersonalFields } from './mask-personal-fields.ts';

/** What a customer's rights need. */
export interface CustomerDataDeps {
  readonly personalData: PersonalDataStore;
  readonly store: ConversationStore;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  /** Told of hand-offs that are closed before they are erased. */
  readonly notifier: Notifier;
  /** Told of each conversation that is gone, for those who hold something of it. */
  readonly tellErased: (conversationId: string) => Promise<void>;
  /** Told when one of them cannot be told of. */
  readonly onUntold: (error: unknown) => void;
}

/** Whose data: a customer's by the shop's id, or a single conversation's of somebody the shop does not know. */
export type Subject = { readonly customerId: string } | { readonly conversationId: string };

/** Everything kept of a subject. */
export interface CustomerData {
  readonly exportedAt: number;
  readonly masked: boolean;
  readonly conversations: readonly { readonly id: string; readonly events: readonly ConversationEvent[] }[];
}

/** @throws NotFoundError when nothing is kept of the subject. */
export async function exportCustomerData(
  deps: CustomerDataDeps,
  by: Actor,
  subject: Subject,
  masked: boolean,
): Promise<CustomerData> {
  const ids = await conversationsOf(deps, subject);
  const whole = await Promise.all(ids.map(async (id) => ({ id, events: await deps.store.load(id) })));
  await record(deps, by, subject, 'customer_data.exported', { conversations: ids.length, masked });
  const conversations = masked ? maskPersonalFields(whole) : whole;
  return { exportedAt: deps.clock.now(), masked, conversations };
}

/**
 * Erases everything kept of a subject. Open hand-offs are closed first, so that their agents see them end, and those who
 * hold something of it are told to forget it.
 * @throws NotFoundError when nothing is kept of the subject.
 */
export async function eraseCustomerData(deps: CustomerDataDeps, by: Actor, subject: Subject): Promise<Erased> {
  const ids = await conversationsOf(deps, subject);
  for (const id of ids) await closeHandoffs(deps, by, id);
  const erased = await deps.personalData.erase(ids);
  // First: it has happened, whoever can be told of it.
  await record(deps, by, subject, 'customer_data.erased', { ...erased });
  for (const id of ids) await deps.tellErased(id).catch(deps.onUntold);
  return erased;
}

async function conversationsOf({ personalData, store }: CustomerDataDeps, subject: Subject): Promise<string[]> {
  if ('customerId' in subject) {
    const ids = await personalData.conversationsOf(subject.customerId);
    if (ids.length === 0) throw new NotFoundError('nothing is kept of this customer');
    return ids;
  }
  const events = await store.load(subject.conversationId);
  if (events.length === 0) throw new NotFoundError('there is no such conversation');
  return [subject.conversationId];
}

/** Closes what is open; looks again when somebody writes meanwhile. */
async function closeHandoffs(deps: CustomerDataDeps, by: Actor, id: string, attempts = 10): Promise<void> {
  const { store, notifier, clock } = deps;
  const events = await store.load(id);
  const ids = new Set(events.flatMap((event) => (event.type === 'handoff_opened' ? [event.handoffId] : [])));
  const closing = [...ids].flatMap((handoffId): ConversationEvent[] => {
    const handoff = projectHandoff(id, events, handoffId);
    if (!handoff || !isOpen(handoff)) return [];
    return [{ type: 'handoff_resolved', at: clock.now(), handoffId, agentId: by.id, outcome: 'erased' }];
  });
  if (closing.length === 0) return;
  try {
    await store.append(id, events.length, closing);
  } catch (error) {
    if (error instanceof ConflictError && attempts > 1) return closeHandoffs(deps, by, id, attempts - 1);
    throw error;
  }
  notifier.notify(id, closing);
}

async function record(
  { audit, clock }: CustomerDataDeps,
  { kind, id, name }: Actor,
  subject: Subject,
  action: string,
  details: NonNullable<AuditEntry['details']>,
): Promise<void> {
  const target =
    'customerId' in subject
      ? `customer:${customerLabel(subject.customerId)}`
      : `conversation:${customerLabel(subject.conversationId)}`;
  await audit.append({ at: clock.now(), actor: { kind, id, name }, action, target, details });
}
