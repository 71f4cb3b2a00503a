import { expect, it } from 'vitest';
import { deskWorld } from '../../../test/fakes/desk-world.ts';
import { SCRIPTED_HANDOFF } from '../../../test/fakes/scripted-engine.ts';
import type { Order } from '../../domain/shop.ts';
import type { ShopData } from '../../ports/shop-data.ts';
import { appraiseHandoff } from './appraise-handoff.ts';
import { claimHandoff, resolveHandoff } from './handoff-actions.ts';

const order = (id: string, total: number): Order => ({
  ...{ id, total, status: 'paid', items: [], placedAt: '2026-11-20', trackingNumbers: [] },
});
const shopData: ShopData = {
  findOrder: async (id) => (id === 'A1' ? order('A1', 1000) : undefined),
  ordersOf: async () => [order('A2', 50)],
  findParcel: async () => undefined,
};

it('moves a ticket up by the order that it is about, once', async () => {
  const world = deskWorld();
  const brief = { ...SCRIPTED_HANDOFF.brief, orderNumbers: ['A1', 'gone'] };
  const id = await world.waiting('c', { brief });
  const before = (await world.store.getHandoff(id))?.score ?? 0;
  await Promise.all([1, 2, 3].map(() => appraiseHandoff(world.deps, id, shopData)));
  expect(await world.store.getHandoff(id)).toMatchObject({ orderValue: 1000, score: before + 11 });
  expect((await world.types('c')).filter((type) => type === 'handoff_rated')).toHaveLength(1);
});

it('leaves alone what is closed, and what nothing is known of', async () => {
  const world = deskWorld();
  const id = await world.waiting('c');
  await appraiseHandoff(world.deps, id, shopData);
  await claimHandoff(world.deps, id, { agentId: 'amy' });
  await resolveHandoff(world.deps, id, { agentId: 'amy' });
  await appraiseHandoff(world.deps, id, shopData);
  expect(await world.types('c')).not.toContain('handoff_rated');
});
