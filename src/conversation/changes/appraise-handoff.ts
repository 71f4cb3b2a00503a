import { scoreWithOrder } from '../../desk/priority-score.ts';
import { type Handoff, isOpen } from '../../domain/handoff.ts';
import type { ShopData } from '../../ports/shop-data.ts';
import { changeHandoff, type HandoffDeps } from './change-handoff.ts';

/**
 * Finds out what the order is worth that a new hand-off is about, and moves it up by that. The customer's reply has
 * not waited for it. Again, and by several processes at once, it changes nothing.
 */
export async function appraiseHandoff(deps: HandoffDeps, handoffId: string, shopData: ShopData): Promise<void> {
  const seen = await deps.store.getHandoff(handoffId);
  if (!seen || !isUnrated(seen)) return;
  const orderValue = await orderValueOf(seen, shopData);
  if (orderValue === undefined) return;
  await changeHandoff(deps, handoffId, ({ handoff, reader }) => {
    if (!isUnrated(handoff)) return undefined;
    const score = scoreWithOrder(handoff.score, orderValue);
    return { type: 'handoff_rated', at: reader.now, handoffId, score, orderValue };
  });
}

function isUnrated(handoff: Handoff): boolean {
  return isOpen(handoff) && handoff.orderValue === undefined;
}

/** Of the orders that were mentioned the dearest, else the customer's newest. */
async function orderValueOf({ brief, customerId }: Handoff, shopData: ShopData): Promise<number | undefined> {
  const mentioned = await Promise.all(brief.orderNumbers.map((number) => shopData.findOrder(number)));
  const totals = mentioned.flatMap((order) => (order ? [order.total] : []));
  if (totals.length > 0) return Math.max(...totals);
  const [newest] = customerId === undefined ? [] : await shopData.ordersOf(customerId);
  return newest?.total;
}
