import { expect, it } from 'vitest';
import { clockTime, openingTime } from './tell-time.ts';

const at = (day: number, hour: number) => new Date(2026, 10, day, hour, 0).getTime();

it('says the day only as far as it is needed', () => {
  expect(openingTime(at(28, 9), at(28, 2), 'zh')).toBe('今天 9:00');
  expect(openingTime(at(29, 9), at(28, 23), 'zh')).toBe('明天 9:00');
  expect(openingTime(at(30, 9), at(27, 23), 'zh')).toBe('11月30日 9:00');
  expect(openingTime(at(28, 9), at(28, 2), 'en')).toBe('today at 9:00');
  expect(openingTime(at(29, 0), at(28, 23), 'en')).toBe('tomorrow at 0:00');
  expect(openingTime(at(30, 13), at(27, 23), 'en')).toBe('on Monday 30 November at 13:00');
});

it('goes by the clock of the shop, and says whose it is to a reader who has another', () => {
  // Whatever zone this runs in, one of the two is not its own.
  const told = ['Asia/Shanghai', 'America/New_York'].map((zone) =>
    openingTime(Date.UTC(2026, 10, 30, 1), Date.UTC(2026, 10, 29, 23), 'en', zone),
  );
  expect(told[0]).toMatch(/^today at 9:00( GMT\+8)?$/);
  expect(told[1]).toMatch(/^tomorrow at 20:00|^today at 20:00( GMT-5)?$/);
  expect(told.join()).toMatch(/GMT/);
});

it('shows hours and minutes', () => {
  expect(clockTime(at(28, 7), 'zh')).toBe('07:00');
});
