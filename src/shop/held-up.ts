import type { Order } from '../domain/shop.ts';
import type { FoundOrder, FoundParcel } from './look-up.ts';

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

/** Whether an order is late or a parcel does not move, so that somebody has to chase it. Pure. */
export function isHeldUp(found: FoundOrder | FoundParcel, today: string | undefined): boolean {
  if (found.kind === 'parcel') return found.parcel.status === 'stalled';
  return isLate(found.order, today) || found.parcels.some(({ status }) => status === 'stalled');
}
