import type { Order } from '../domain/shop.ts';
import type { FoundOne } from './look-up.ts';

/** Dates that can be compared; nothing is made of what a shop's system words otherwise. */
const DAY = /^\d{4}-\d\d-\d\d/;

/**
 * Whether a paid order should have been sent on a day that is over. Pure.
 * @param today the shop's calendar day, `YYYY-MM-DD`
 */
export function isLate({ status, promisedShipBy }: Order, today: string | undefined): boolean {
  const [day] = DAY.exec(promisedShipBy ?? '') ?? [];
  return status === 'paid' && day !== undefined && today !== undefined && day < today;
}

/** Whether an order is late, or a parcel that is still to come does not move, so that somebody has to chase it. Pure. */
export function isHeldUp(found: FoundOne, today: string | undefined): boolean {
  if (found.kind === 'parcel') return found.parcel.status === 'stalled';
  const stalls = found.order.status === 'shipped' && found.parcels.some(({ status }) => status === 'stalled');
  return stalls || isLate(found.order, today);
}

/** Whether the shop's system says that all has arrived that was to come: the goods, or the money. Pure. */
export function hasArrived(found: FoundOne): boolean {
  if (found.kind === 'parcel') return found.parcel.status === 'delivered';
  const { order, parcels } = found;
  if (order.status === 'delivered' || order.status === 'refunded' || order.refund?.status === 'paid') return true;
  return order.status === 'shipped' && parcels.length > 0 && parcels.every(({ status }) => status === 'delivered');
}

/** Orders of which goods or money may still be to come. */
const TO_COME: ReadonlySet<Order['status']> = new Set(['paid', 'shipped', 'refunding']);

/** Whether goods or money are still to come to the customer. Pure. */
export function isToCome(found: FoundOne): boolean {
  return !hasArrived(found) && (found.kind === 'parcel' || TO_COME.has(found.order.status));
}
