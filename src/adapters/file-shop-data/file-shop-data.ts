import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { InvalidInputError } from '../../domain/errors.ts';
import type { Order, Parcel } from '../../domain/shop.ts';
import type { ShopData } from '../../ports/shop-data.ts';
import { locateYaml } from '../../text/located-yaml.ts';
import { fileProblems, plainIssue } from '../../text/plain-issues.ts';

/** The file is read with numbers as they are written, or the order 0571 would be 571; amounts become numbers here. */
const written = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (typeof value === 'string' && value.trim() !== '' ? numberOf(value) : value), schema);
const amount = written(z.number());
const count = written(z.int());

const order = z.strictObject({
  id: z.string(),
  customerId: z.string().optional(),
  status: z.enum(['unpaid', 'paid', 'shipped', 'delivered', 'refunding', 'refunded', 'closed']),
  items: z.array(z.strictObject({ title: z.string(), sku: z.string().optional(), quantity: count })),
  total: amount,
  placedAt: z.string(),
  promisedShipBy: z.string().optional(),
  trackingNumbers: z.array(z.string()),
  refund: z
    .strictObject({
      amount,
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
 * Numbers of orders and parcels need no quotes.
 * @throws InvalidInputError with a line `file:line: field: what is wrong` for each mistake.
 */
export async function openFileShopData(file: string): Promise<ShopData> {
  const source = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new InvalidInputError(`shop data ${file} cannot be read`, cause);
  });
  const data = parseShopData(file, source);
  const orders = new Map<string, Order>(data.orders.map((entry) => [entry.id, entry]));
  const parcels = new Map<string, Parcel>(data.parcels.map((entry) => [entry.trackingNumber, entry]));
  return {
    findOrder: async (id) => orders.get(id),
    findParcel: async (trackingNumber) => parcels.get(trackingNumber),
    ordersOf: async (customerId) =>
      [...orders.values()]
        .filter((entry) => entry.customerId === customerId)
        .sort((a, b) => (a.placedAt < b.placedAt ? 1 : -1)),
  };
}

function parseShopData(file: string, source: string): z.output<typeof schema> {
  const yaml = locateYaml(file, source, { numbersAsText: true });
  if (yaml.problems.length > 0) throw new InvalidInputError(yaml.problems.join('\n'));
  const parsed = schema.safeParse(yaml.value ?? {}, { error: plainIssue });
  if (parsed.success) return parsed.data;
  throw new InvalidInputError(fileProblems(file, yaml, parsed.error.issues).join('\n'), parsed.error);
}

function numberOf(text: string): number | string {
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}
