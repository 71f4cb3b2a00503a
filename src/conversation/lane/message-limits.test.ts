import { expect, it } from 'vitest';
import { DEFAULT_MESSAGE_LIMITS, messageLimits } from './message-limits.ts';

it('are the defaults where a shop sets nothing', () => {
  expect(messageLimits()).toEqual(DEFAULT_MESSAGE_LIMITS);
  expect(messageLimits({ maxReruns: 1 })).toEqual({ ...DEFAULT_MESSAGE_LIMITS, maxReruns: 1 });
});

it('let a longer window wait as long as it says, once for two fragments', () => {
  expect(messageLimits({ burstWindowMs: 8000 })).toMatchObject({ burstWindowMs: 8000, burstCapMs: 16_000 });
  expect(messageLimits({ burstWindowMs: 8000, burstCapMs: 9000 }).burstCapMs).toBe(9000);
});
