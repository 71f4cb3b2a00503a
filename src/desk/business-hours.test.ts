import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { addOpenTime, isOpenAt, nextOpening } from './business-hours.ts';
import { type BusinessHours, businessHoursSchema } from './business-hours-schema.ts';

const MINUTE = 60_000;
const HALF_HOUR = 30 * MINUTE;
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const everyDay = (shifts: string[], more: object = {}, timeZone = 'Asia/Shanghai') =>
  businessHoursSchema.parse({ timeZone, week: Object.fromEntries(WEEKDAYS.map((day) => [day, shifts])), ...more });
const at = (text: string, zone = 'Asia/Shanghai') => DateTime.fromISO(text, { zone }).toMillis();

/** Open time between two instants, walked half hour by half hour: no shift here begins or ends within one. */
function openTimeBetween(hours: BusinessHours, from: number, to: number): number {
  let sum = 0;
  let time = nextOpening(hours, from);
  while (time !== undefined && time < to) {
    const end = Math.min(time - (time % HALF_HOUR) + HALF_HOUR, to);
    sum += end - time;
    time = nextOpening(hours, end);
  }
  return sum;
}

describe('business hours', () => {
  const hours = everyDay(['09:00-12:00', '13:00-18:00'], {
    holidays: [{ from: '2027-02-05', to: '2027-02-07' }],
    specialDays: [
      { date: '2026-11-11', hours: ['00:00-24:00'] },
      { date: '2027-02-06', hours: ['10:00-11:00'] },
    ],
  });

  it.each([
    ['2026-11-28T09:00', true],
    ['2026-11-28T08:59:59', false],
    ['2026-11-28T12:00', false],
    ['2026-11-28T17:59', true],
    ['2026-11-11T00:00', true],
    ['2026-11-11T23:59', true],
    ['2027-02-05T10:00', false],
    ['2027-02-06T10:30', true],
  ])('at %s are open: %s', (time, open) => expect(isOpenAt(hours, at(time))).toBe(open));

  it('tell when the desk opens next', () => {
    expect(nextOpening(hours, at('2026-11-28T10:00'))).toBe(at('2026-11-28T10:00'));
    expect(nextOpening(hours, at('2026-11-28T12:30'))).toBe(at('2026-11-28T13:00'));
    expect(nextOpening(hours, at('2026-11-28T20:00'))).toBe(at('2026-11-29T09:00'));
    expect(nextOpening(hours, at('2027-02-04T19:00'))).toBe(at('2027-02-06T10:00'));
    expect(nextOpening(everyDay([]), at('2026-11-28T20:00'))).toBeUndefined();
  });

  it('count only open time', () => {
    expect(addOpenTime(hours, at('2026-11-28T11:50'), 20 * MINUTE)).toBe(at('2026-11-28T13:10'));
    expect(addOpenTime(hours, at('2026-11-28T22:00'), 8 * 60 * MINUTE)).toBe(at('2026-11-29T18:00'));
    expect(addOpenTime(hours, at('2026-11-28T11:00'), 7 * 60 * MINUTE)).toBe(at('2026-11-29T10:00'));
  });

  it('of a night belong to the day on which they begin', () => {
    const night = everyDay([], { specialDays: [{ date: '2026-11-28', hours: ['20:00-02:00'] }] });
    expect(isOpenAt(night, at('2026-11-29T01:59'))).toBe(true);
    expect(isOpenAt(night, at('2026-11-29T02:00'))).toBe(false);
    expect(addOpenTime(night, at('2026-11-28T12:00'), 5 * 60 * MINUTE)).toBe(at('2026-11-29T01:00'));
  });

  it('follow the wall clock when it is changed', () => {
    const berlin = everyDay(['01:00-04:00'], {}, 'Europe/Berlin');
    const day = (date: string) =>
      openTimeBetween(berlin, at(date, 'Europe/Berlin'), at(`${date}T12:00`, 'Europe/Berlin'));
    expect(day('2026-03-28') / MINUTE).toBe(180);
    expect(day('2026-03-29') / MINUTE).toBe(120);
    expect(day('2026-10-25') / MINUTE).toBe(240);
  });
});

/** Any week, with shifts that may cross midnight and overlap, in zones with and without a change of the clock. */
const anyHours = fc
  .record({
    timeZone: fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'),
    week: fc.record(
      Object.fromEntries(
        WEEKDAYS.map((day) => [
          day,
          fc.array(
            fc
              .tuple(fc.nat(47), fc.nat(47))
              .map(([from, to]) => [from, to].map((half) => `${half >> 1}:${half % 2 ? '30' : '00'}`).join('-')),
            { maxLength: 2 },
          ),
        ]),
      ),
    ),
    holidays: fc.constantFrom([], [{ from: '2026-03-28', to: '2026-03-29' }]),
  })
  .map((hours) => businessHoursSchema.parse(hours));
/** Around both changes of the clock in 2026, to the half hour. */
const anyTime = fc
  .tuple(fc.constantFrom('2026-03-27', '2026-10-23', '2026-11-01', '2026-04-04'), fc.nat(4 * 48))
  .map(([date, halves]) => at(date) + halves * 30 * MINUTE);

describe('for any hours', () => {
  it('adding open time and walking through it agree, and the result is the first such instant', () => {
    fc.assert(
      fc.property(anyHours, anyTime, fc.integer({ min: 1, max: 40 * 60 }), (hours, from, minutes) => {
        const due = addOpenTime(hours, from, minutes * MINUTE);
        if (due === undefined) {
          // A desk that opens never, or so little that a year is not enough.
          expect(openTimeBetween(hours, from, from + 365 * 24 * 60 * MINUTE)).toBeLessThan(minutes * MINUTE);
          return;
        }
        expect(openTimeBetween(hours, from, due)).toBe(minutes * MINUTE);
        expect(openTimeBetween(hours, from, due - 1)).toBe(minutes * MINUTE - 1);
      }),
      { numRuns: 200 },
    );
  });

  it('the next opening is open, and nothing before it is', () => {
    fc.assert(
      fc.property(anyHours, anyTime, (hours, from) => {
        const next = nextOpening(hours, from);
        if (next === undefined) return;
        expect(isOpenAt(hours, next)).toBe(true);
        for (let time = from; time < Math.min(next, from + 24 * 60 * MINUTE); time += 5 * MINUTE) {
          expect(isOpenAt(hours, time)).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('tell of an instant the same whatever was asked before', () => {
    fc.assert(
      fc.property(anyHours, fc.array(anyTime, { minLength: 2, maxLength: 8 }), (hours, times) => {
        const asked = times.map((time) => nextOpening(hours, time));
        expect(asked).toEqual(times.map((time) => nextOpening({ ...hours }, time)));
      }),
      { numRuns: 200 },
    );
  });
});
