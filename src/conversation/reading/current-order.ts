import type { ConversationState } from '../../domain/conversation.ts';
import type { OrderStage } from '../../domain/shop.ts';
import type { Entity, Language } from '../../domain/understanding.ts';
import { readEntities } from '../../intents/entities.ts';
import { type FoundOne, type LookUp, numbersIn } from '../../shop/look-up.ts';
import { hasArrived, isToCome } from '../../shop/order-progress.ts';
import { spokenTurns } from '../state/last-spoken.ts';
import { givenNumber } from './given-number.ts';

/** For so many turns after a look-up, small talk left out, "when will it come" is asked of that order. */
const REMEMBERED_TURNS = 5;

/** The order that the customer was told of last. */
export interface CurrentOrder {
  readonly stage: OrderStage;
  /** What was said of it. */
  readonly reply: string;
  /** Whether the last reply told of it. */
  readonly isLast: boolean;
}

/** The order that was looked up within the last few turns; undefined when none was. Pure. */
export function currentOrder(state: Pick<ConversationState, 'turns'>): CurrentOrder | undefined {
  const recent = spokenTurns(state).slice(-REMEMBERED_TURNS);
  const told = recent.findLastIndex(({ order }) => order !== undefined);
  const { order: stage, reply } = recent[told] ?? {};
  return stage && reply !== undefined ? { stage, reply, isLast: told === recent.length - 1 } : undefined;
}

/** The numbers in the last message that was answered by a look-up, however long ago. Pure. */
export function numbersLookedUp({ turns }: Pick<ConversationState, 'turns'>): Entity[] {
  const looked = turns
    .filter(({ action, order }) => order !== undefined || action === 'lookup')
    .map(({ text }) => [...readEntities(text), ...givenNumber(text)]);
  return looked.findLast((entities) => numbersIn(entities).length > 0) ?? [];
}

/** Where the order stands that was found, of several the first of which something is still to come; undefined when none was. Pure. */
export function stageOf(lookUp: LookUp | undefined): OrderStage | undefined {
  if (lookUp?.kind !== 'found') return undefined;
  return stageOfOne(lookUp.found.find(isToCome) ?? lookUp.found[0]);
}

function stageOfOne(found: FoundOne): OrderStage {
  if (found.kind === 'parcel') return hasArrived(found) ? 'delivered' : 'under_way';
  const { status } = found.order;
  return status === 'paid' ? 'unshipped' : status === 'shipped' ? 'under_way' : status;
}

const STAGES: Readonly<Record<Language, Readonly<Record<OrderStage, string>>>> = {
  zh: {
    unpaid: '订单还没付款',
    unshipped: '订单还没发货',
    under_way: '快递在路上',
    delivered: '快递已签收',
    refunding: '订单退款处理中',
    refunded: '订单已经退款',
    closed: '订单已关闭',
  },
  en: {
    unpaid: 'my order is not paid yet',
    unshipped: 'my order has not been shipped yet',
    under_way: 'my parcel is on its way',
    delivered: 'my parcel was delivered',
    refunding: 'my refund is in progress',
    refunded: 'my order was refunded',
    closed: 'my order was closed',
  },
};

/** What a customer would say of an order at that stage: read in front of what is asked next. Pure. */
export function saidOfStage(stage: OrderStage, language: Language): string {
  return STAGES[language][stage];
}
