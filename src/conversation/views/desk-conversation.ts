import type { ConversationEvent, ConversationState } from '../../domain/conversation.ts';
import { projectHandoff } from '../../domain/project-handoff.ts';
import type { Order } from '../../domain/shop.ts';
import type { ShopData } from '../../ports/shop-data.ts';
import { foldConversation } from '../state/fold-conversation.ts';
import { type DeskLine, deskLine } from './desk-line.ts';
import { type HandoffView, handoffView } from './handoff-view.ts';

/** A conversation as an agent sees it. */
export interface DeskConversation extends Pick<ConversationState, 'id' | 'status' | 'language' | 'channel'> {
  readonly customer: NonNullable<ConversationState['customer']>;
  /** Oldest first. */
  readonly handoffs: HandoffView[];
  /** Oldest first. */
  readonly lines: DeskLine[];
  /** Newest first. */
  readonly orders: Order[];
  /** The last the customer gave. */
  readonly feedback?: { readonly score: number; readonly comment?: string; readonly at: number };
}

/** Puts together what an agent should see of a conversation, except the orders. */
export function deskConversation(id: string, events: readonly ConversationEvent[]): Omit<DeskConversation, 'orders'> {
  const { status, language, channel, customer = {} } = foldConversation(id, events);
  const opened = events.flatMap((event) => (event.type === 'handoff_opened' ? [event.handoffId] : []));
  const handoffs = opened.flatMap((handoffId) => projectHandoff(id, events, handoffId) ?? []);
  const given = events.findLast(isOfTheWhole);
  const feedback = given && { score: given.score, comment: given.comment, at: given.at };
  const lines = events.flatMap((event, index) => deskLine(event, index + 1) ?? []);
  return { id, status, language, channel, customer, handoffs: handoffs.map(handoffView), lines, feedback };
}

/** The customer's orders: those of the account, and those whose numbers were mentioned. */
export async function ordersFor(
  { customer, handoffs }: Pick<DeskConversation, 'customer' | 'handoffs'>,
  shopData: ShopData | undefined,
): Promise<Order[]> {
  if (!shopData) return [];
  const own = customer.id === undefined ? [] : await shopData.ordersOf(customer.id);
  const mentioned = new Set(handoffs.flatMap(({ brief }) => brief.orderNumbers));
  for (const { id } of own) mentioned.delete(id);
  const others = await Promise.all([...mentioned].map((number) => shopData.findOrder(number)));
  return [...others.filter((order) => order !== undefined), ...own];
}

type Feedback = Extract<ConversationEvent, { type: 'feedback_given' }>;

/** Ratings of single answers say nothing about the whole. */
function isOfTheWhole(event: ConversationEvent): event is Feedback {
  return event.type === 'feedback_given' && event.answer === undefined;
}
