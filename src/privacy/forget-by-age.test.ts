import { expect, it } from 'vitest';
import { type ForgetDeps, forgetByAge } from './forget-by-age.ts';

it('tells of every conversation that is gone, also when one cannot be told of, and of the whole at the end', async () => {
  const [told, failures, runs]: [string[], unknown[], unknown[]] = [[], [], []];
  const steps = [
    { conversationIds: ['c1', 'c2'], redactedEvents: 1, more: true },
    { conversationIds: ['c3'], redactedEvents: 0, more: false },
  ];
  const deps = {
    personalData: { forgetBefore: async () => steps.shift() },
    clock: { now: () => 0 },
    async tellErased(id: string) {
      told.push(id);
      if (id === 'c1') throw new Error('away');
    },
    forgot: async (what: unknown) => void runs.push(what),
    failed: (error: unknown) => failures.push(error),
  } as unknown as ForgetDeps;
  await forgetByAge(deps, 30);
  expect(told).toEqual(['c1', 'c2', 'c3']);
  expect([failures.length, runs]).toEqual([1, [{ conversations: 3, redactedEvents: 1 }]]);
});
