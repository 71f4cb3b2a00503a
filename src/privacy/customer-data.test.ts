import { expect, it } from 'vitest';
import { type CustomerDataDeps, eraseCustomerData } from './customer-data.ts';

it('records an erasure and tells of every conversation, also when one cannot be told of', async () => {
  const [recorded, told, failures]: [string[], string[], unknown[]] = [[], [], []];
  const deps = {
    personalData: {
      conversationsOf: async () => ['c1', 'c2'],
      erase: async () => ({ conversations: 2, events: 4, handoffs: 0 }),
    },
    store: { load: async () => [] },
    audit: { append: async ({ action }: { action: string }) => void recorded.push(action) },
    clock: { now: () => 0 },
    notifier: { notify() {} },
    async tellErased(id: string) {
      told.push(id);
      if (id === 'c1') throw new Error('away');
    },
    onUntold: (error: unknown) => failures.push(error),
  } as unknown as CustomerDataDeps;
  const boss = { kind: 'agent', id: 'boss', name: 'boss', roles: ['admin'] } as const;
  expect(await eraseCustomerData(deps, boss, { customerId: 'ming' })).toMatchObject({ conversations: 2 });
  expect(recorded).toEqual(['customer_data.erased']);
  expect(told).toEqual(['c1', 'c2']);
  expect(failures).toHaveLength(1);
});
