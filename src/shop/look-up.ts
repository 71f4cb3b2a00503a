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

/** One of the orders and parcels that were found. */
export type FoundOne = FoundOrder | FoundParcel;

/** What the shop's systems say; `unknown` holds the numbers that were given and that nobody knows. */
export type LookUp =
  | {
      readonly kind: 'found';
      readonly found: readonly FoundOne[];
      readonly unknown: readonly string[];
    }
  | { readonly kind: 'unknown'; readonly unknown: readonly string[] }
  | { readonly kind: 'no_number' };

/** So many orders are told of at once; more is nothing to read in a chat. */
const MOST_AT_ONCE = 5;
/** Orders that are not done with: to be paid, sent, received or refunded. */
const UNSETTLED: ReadonlySet<Order['status']> = new Set(['unpaid', 'paid', 'shipped', 'refunding']);

/**
 * Looks up the numbers a customer gave, in their order, each order and parcel once; without any, the newest order of a
 * customer the channel knows, and the older ones that are under way.
 */
export async function lookUp(
  entities: readonly Entity[],
  customerId: string | undefined,
  shop: ShopData,
): Promise<LookUp> {
  const numbers = [...new Set(numbersIn(entities))].slice(0, MOST_AT_ONCE);
  if (numbers.length === 0) {
    const own = customerId === undefined ? [] : await shop.ordersOf(customerId);
    const meant = own.filter(({ status }, at) => at === 0 || UNSETTLED.has(status)).slice(0, MOST_AT_ONCE);
    const found = await Promise.all(meant.map((order) => withParcels(order, shop)));
    return found.length > 0 ? { kind: 'found', found, unknown: [] } : { kind: 'no_number' };
  }
  const each = await Promise.all(numbers.map((number) => findByNumber(number, shop)));
  const unknown = numbers.filter((_, at) => each[at] === undefined);
  const found = withoutTwins(each.filter((one) => one !== undefined));
  return found.length > 0 ? { kind: 'found', found, unknown } : { kind: 'unknown', unknown };
}

async function findByNumber(number: string, shop: ShopData): Promise<FoundOne | undefined> {
  const order = await shop.findOrder(number);
  if (order) return withParcels(order, shop);
  const parcel = await shop.findParcel(number);
  return parcel && { kind: 'parcel', parcel };
}

/** An order's parcel, asked for by its own number as well, is told of with the order. */
function withoutTwins(found: readonly FoundOne[]): FoundOne[] {
  const orders = new Map(found.flatMap((one) => (one.kind === 'order' ? [[one.order.id, one] as const] : [])));
  const told = new Set([...orders.values()].flatMap(({ order }) => order.trackingNumbers));
  return found.filter((one) =>
    one.kind === 'order' ? orders.get(one.order.id) === one : !told.has(one.parcel.trackingNumber),
  );
}

/** The numbers of a message that are worth looking up. */
export function numbersIn(entities: readonly Entity[]): string[] {
  return entities.filter(({ kind }) => kind === 'order_number' || kind === 'tracking_number').map(({ value }) => value);
}

async function withParcels(order: Order, shop: ShopData): Promise<FoundOrder> {
  const parcels = await Promise.all(order.trackingNumbers.map((number) => shop.findParcel(number)));
  return { kind: 'order', order, parcels: parcels.filter((parcel) => parcel !== undefined) };
}
