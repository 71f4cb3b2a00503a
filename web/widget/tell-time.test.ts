import { expect, it } from 'vitest';
import { clockTime, openingTime } from './tell-time.ts';

const at = (day: number, hour: number) => new Date(2026, 10, day, hour, 0).getTime();

it('says the day only as far as it is needed', () => {
  expect(openingTime(at(28, 9), at(28, 2), 'zh')).toBe('今天 09:00');
  expect(openingTime(at(29, 9), at(28, 23), 'zh')).toBe('明天 09:00');
  expect(openingTime(at(30, 9), at(27, 23), 'zh')).toBe('11月30日 09:00');
  expect(openingTime(at(28, 9), at(28, 2), 'en')).toBe('today at 09:00');
  expect(openingTime(at(29, 9), at(28, 23), 'en')).toBe('tomorrow at 09:00');
  expect(openingTime(at(30, 9), at(27, 23), 'en')).toBe('on Monday 30 November at 09:00');
});

it('shows hours and minutes', () => {
  expect(clockTime(at(28, 7), 'zh')).toBe('07:00');
});
