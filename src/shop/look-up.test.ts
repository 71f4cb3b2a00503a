import { expect, it } from 'vitest';
import type { Order, Parcel } from '../domain/shop.ts';
import { readEntities } from '../intents/entities.ts';
import type { ShopData } from '../ports/shop-data.ts';
import { lookUp } from './look-up.ts';

const order = (id: string, status: Order['status'], ...trackingNumbers: string[]) =>
  ({ id, status, trackingNumbers }) as unknown as Order;
const parcel = (trackingNumber: string) => ({ trackingNumber }) as Parcel;
const orders = [order('260118800010001001', 'delivered'), order('260118800010001002', 'shipped', '78600000000102')];
const older = [order('260118800010000003', 'delivered'), order('260118800010000002', 'refunding')];
const parcels = [parcel('78600000000102'), parcel('78600000000999')];
const shop: ShopData = {
  findOrder: async (id) => orders.find((one) => one.id === id),
  findParcel: async (number) => parcels.find((one) => one.trackingNumber === number),
  ordersOf: async (customer) => (customer === 'lin' ? [...orders, ...older] : []),
};
const of = async (text: string, customer?: string) => {
  const result = await lookUp(readEntities(text), customer, shop);
  if (result.kind === 'no_number') return [];
  const found = result.kind === 'found' ? result.found : [];
  const numbers = found.map((one) => (one.kind === 'order' ? one.order.id : one.parcel.trackingNumber));
  return [...numbers, ...result.unknown.map((number) => `unknown ${number}`)];
};

it('finds every order and parcel that is named, in their order', async () => {
  expect(await of('260118800010001002和260118800010001001到哪了')).toEqual([
    '260118800010001002',
    '260118800010001001',
  ]);
  expect(await of('78600000000999 260118800010001001')).toEqual(['78600000000999', '260118800010001001']);
});

it('tells of each once, a parcel with its order', async () => {
  expect(await of('单号78600000000102，订单260118800010001002，就是260118800010001002')).toEqual([
    '260118800010001002',
  ]);
});

it('says which of the numbers nobody knows', async () => {
  expect(await of('订单260118800010001002和260118800010007777')).toEqual([
    '260118800010001002',
    'unknown 260118800010007777',
  ]);
  expect(await of('订单260118800010007777')).toEqual(['unknown 260118800010007777']);
});

it('takes the newest order of a known customer, and those under way, where no number is given', async () => {
  expect(await of('到哪了', 'lin')).toEqual(['260118800010001001', '260118800010001002', '260118800010000002']);
  expect(await of('到哪了')).toEqual([]);
});
