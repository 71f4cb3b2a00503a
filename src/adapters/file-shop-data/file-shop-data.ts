import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { InvalidInputError } from '../../domain/errors.ts';
import type { Order, Parcel } from '../../domain/shop.ts';
import type { ShopData } from '../../ports/shop-data.ts';

const order = z.strictObject({
  id: z.string(),
  customerId: z.string().optional(),
  status: z.enum(['unpaid', 'paid', 'shipped', 'delivered', 'refunding', 'refunded', 'closed']),
  items: z.array(z.strictObject({ title: z.string(), sku: z.string().optional(), quantity: z.number().int() })),
  total: z.number(),
  placedAt: z.string(),
  promisedShipBy: z.string().optional(),
  trackingNumbers: z.array(z.string()),
  refund: z
    .strictObject({
      amount: z.number(),
      status: z.enum(['requested', 'awaiting_return', 'inspecting', 'paid']),
      to: z.string(),
      updatedAt: z.string(),
    })
    .optional(),
});
const parcel = z.strictObject({
  trackingNumber: z.string(),
  courier: z.string(),
  status: z.enum(['picked_up', 'in_transit', 'out_for_delivery', 'delivered', 'stalled']),
  events: z.array(z.strictObject({ at: z.string(), place: z.string(), text: z.string() })),
});
const schema = z.strictObject({ orders: z.array(order), parcels: z.array(parcel) });

/**
 * Orders and parcels from a YAML file, read once: for the demo, for tests and for a shop that exports its orders.
 * @throws InvalidInputError naming the file and the field that is wrong.
 */
export async function openFileShopData(file: string): Promise<ShopData> {
  const parsed = schema.safeParse(parse(await readFile(file, 'utf8')));
  if (!parsed.success) throw new InvalidInputError(`${file}: ${z.prettifyError(parsed.error)}`, parsed.error);
  const orders = new Map<string, Order>(parsed.data.orders.map((entry) => [entry.id, entry]));
  const parcels = new Map<string, Parcel>(parsed.data.parcels.map((entry) => [entry.trackingNumber, entry]));
  return {
    findOrder: async (id) => orders.get(id),
    findParcel: async (trackingNumber) => parcels.get(trackingNumber),
    ordersOf: async (customerId) =>
      [...orders.values()]
        .filter((entry) => entry.customerId === customerId)
        .sort((a, b) => (a.placedAt < b.placedAt ? 1 : -1)),
  };
}
