import { expect, it } from 'vitest';
import { SeenStatuses } from './seen-statuses.ts';

function statuses(kept = new Map<string, string>()) {
  const channels = {
    recall: async (key: string) => kept.get(key),
    remember: async (key: string, value: string) => void kept.set(key, value),
  };
  return new SeenStatuses({ channels: channels as never, clock: { now: () => 0 } });
}

it('keeps the newest status by the clock of Chatwoot', async () => {
  const seen = statuses();
  await seen.keep('c1', 'open', 2_000);
  await seen.keep('c1', 'pending', 1_000);
  expect(await seen.last('c1')).toMatchObject({ status: 'open', at: 2_000 });
});

it('does not believe a former release, whose times are of another clock', async () => {
  const seen = statuses(new Map([['chatwoot-status:c1', JSON.stringify({ status: 'open', at: 9_000 })]]));
  expect(await seen.last('c1')).toBeUndefined();
  await seen.keep('c1', 'pending', 1_000);
  expect(await seen.last('c1')).toMatchObject({ status: 'pending' });
});
