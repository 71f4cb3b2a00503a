import type { Order, Parcel } from '../domain/shop.ts';

/** Read-only look-ups in the shop's own systems. */
export interface ShopData {
  /** Undefined when there is no such order. */
  findOrder(orderId: string): Promise<Order | undefined>;
  /** Newest first. */
  ordersOf(customerId: string): Promise<Order[]>;
  /** Undefined when the courier does not know the number. */
  findParcel(trackingNumber: string): Promise<Parcel | undefined>;
}
