import { expect, it } from 'vitest';
import { reconnectDelay } from './reconnect-delay.ts';

it('doubles from one second to half a minute, spread over the upper half of each step', () => {
  expect([0, 1, 2, 5, 50].map((failures) => reconnectDelay(failures, 1))).toEqual([1000, 2000, 4000, 30_000, 30_000]);
  expect([0, 1, 50].map((failures) => reconnectDelay(failures, 0))).toEqual([500, 1000, 15_000]);
});
