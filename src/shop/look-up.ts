import type { Order, Parcel } from '../domain/shop.ts';
import type { Entity } from '../domain/understanding.ts';
import type { ShopData } from '../ports/shop-data.ts';

/** An order with the parcels the courier knows. */
export interface FoundOrder {
  readonly kind: 'order';
  readonly order: Order;
  readonly parcels: readonly Parcel[];
}

/** A parcel asked for by its tracking number alone. */
export interface FoundParcel {
  readonly kind: 'parcel';
  readonly parcel: Parcel;
}

/** What the shop's systems say; `unknown` means a number was given and nobody knows it. */
export type LookUp =
  | FoundOrder
  | FoundParcel
  | { readonly kind: 'unknown'; readonly number: string }
  | { readonly kind: 'no_number' };

/**
 * Looks up the numbers a customer gave, order numbers first; without any, the newest order of a customer the channel
 * knows.
 */
export async function lookUp(
  entities: readonly Entity[],
  customerId: string | undefined,
  shop: ShopData,
): Promise<LookUp> {
  const numbers = numbersIn(entities);
  for (const number of numbers) {
    const order = await shop.findOrder(number);
    if (order) return withParcels(order, shop);
    const parcel = await shop.findParcel(number);
    if (parcel) return { kind: 'parcel', parcel };
  }
  if (numbers.length > 0) return { kind: 'unknown', number: numbers[0] };
  const [newest] = customerId === undefined ? [] : await shop.ordersOf(customerId);
  return newest ? withParcels(newest, shop) : { kind: 'no_number' };
}

/** Whether the message holds a number worth looking up. */
export function numbersIn(entities: readonly Entity[]): string[] {
  return entities.filter(({ kind }) => kind === 'order_number' || kind === 'tracking_number').map(({ value }) => value);
}

async function withParcels(order: Order, shop: ShopData): Promise<FoundOrder> {
  const parcels = await Promise.all(order.trackingNumbers.map((number) => shop.findParcel(number)));
  return { kind: 'order', order, parcels: parcels.filter((parcel) => parcel !== undefined) };
}
