import { expect, it } from 'vitest';
import type { Order } from '../domain/shop.ts';
import { describeLookUp } from './describe-order.ts';

const items = [{ title: '浴巾', quantity: 2 }];
const order = { id: '1', status: 'paid', items, total: 98, placedAt: '2026-11-20', trackingNumbers: [] } as const;
const said = (more: Partial<Order>, language: 'zh' | 'en' = 'zh', today?: string) =>
  describeLookUp([{ kind: 'order', order: { ...order, ...more }, parcels: [] }], language, today ?? '2026-11-22');

it('tells by when a paid order is sent', () => {
  expect(said({ promisedShipBy: '2026-11-22 10:12' })).toBe(
    '订单 1（浴巾×2，实付 98 元）：已付款，等待发货。最晚 2026-11-22 10:12 前发出。',
  );
  expect(said({ promisedShipBy: '2026-11-22 10:12' }, 'en')).toContain('It ships by 2026-11-22 10:12 at the latest.');
  expect(said({ promisedShipBy: '2026-11-22 10:12', status: 'shipped' })).not.toContain('10:12');
});

it('promises nothing that is over', () => {
  expect(said({ promisedShipBy: '2026-11-21 23:59' })).toMatch(/原定最晚 2026-11-21 23:59 前发出，现在已经超时。/);
  expect(said({ promisedShipBy: '2026-11-21' }, 'en')).toMatch(/should have shipped by 2026-11-21 and is late/);
});

it('tells a promise as the shop words it where its day cannot be told', () => {
  expect(said({ promisedShipBy: '明天' })).toContain('最晚 明天 前发出。');
});

it('gives each order a paragraph', () => {
  const found = ['1', '2'].map((id) => ({ kind: 'order', order: { ...order, id }, parcels: [] }) as const);
  expect(describeLookUp(found, 'en', undefined).split('\n\n')).toHaveLength(2);
});
