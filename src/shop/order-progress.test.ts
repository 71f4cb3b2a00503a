import { expect, it } from 'vitest';
import type { Order, Parcel } from '../domain/shop.ts';
import { hasArrived, isHeldUp, isToCome } from './order-progress.ts';

const order = (status: Order['status'], promisedShipBy?: string) => ({ status, promisedShipBy }) as Order;
const parcel = (status: Parcel['status']) => ({ status }) as Parcel;
const of = (one: Order, ...parcels: Parcel[]) => isHeldUp({ kind: 'order', order: one, parcels }, '2026-11-22');

it('is so of an order that should have been sent on an earlier day', () => {
  expect(of(order('paid', '2026-11-21 23:59'))).toBe(true);
  expect(of(order('paid', '2026-11-22 00:01'))).toBe(false);
  expect(of(order('shipped', '2026-11-21'))).toBe(false);
  expect(of(order('paid', '明天'))).toBe(false);
  expect(of(order('paid'))).toBe(false);
});

it('is so of a parcel that does not move, by itself and with its order', () => {
  expect(isHeldUp({ kind: 'parcel', parcel: parcel('stalled') }, undefined)).toBe(true);
  expect(of(order('shipped'), parcel('in_transit'), parcel('stalled'))).toBe(true);
  expect(of(order('shipped'), parcel('in_transit'))).toBe(false);
  // Refunded because it did not move.
  expect(of(order('refunded'), parcel('stalled'))).toBe(false);
});

it('tells what has arrived from what is to come, by the parcels and the refund as well', () => {
  const shipped = (...parcels: Parcel[]) => ({ kind: 'order', order: order('shipped'), parcels }) as const;
  const refunding = (status: 'paid' | 'inspecting') =>
    ({
      kind: 'order',
      order: { ...order('refunding'), refund: { status } } as Order,
      parcels: [parcel('delivered')],
    }) as const;
  const cases = [
    [shipped(parcel('delivered')), true],
    [shipped(parcel('delivered'), parcel('in_transit')), false],
    [shipped(), false],
    [refunding('paid'), true],
    // The parcel that has arrived is the customer's own.
    [refunding('inspecting'), false],
    [{ kind: 'parcel', parcel: parcel('delivered') } as const, true],
  ] as const;
  for (const [found, arrived] of cases) {
    expect(hasArrived(found)).toBe(arrived);
    expect(isToCome(found)).toBe(!arrived);
  }
  expect(isToCome({ kind: 'order', order: order('closed'), parcels: [] })).toBe(false);
});
