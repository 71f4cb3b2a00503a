import { DateTime } from 'luxon';
import type { BusinessHours, Shift } from './business-hours-schema.ts';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
/** How far ahead a desk is looked for that never opens again. */
const HORIZON_DAYS = 400;

/** A stretch of time in which the desk is open: epoch milliseconds, `end` excluded. */
interface OpenStretch {
  readonly start: number;
  readonly end: number;
}

/** Whether somebody should be there. */
export function isOpenAt(hours: BusinessHours, at: number): boolean {
  const next = firstStretch(hours, at);
  return next !== undefined && next.start <= at;
}

/** Whether the desk is open, and when it is closed, when it opens. */
export function openingHours(hours: BusinessHours, at: number): { readonly open: boolean; readonly opensAt?: number } {
  const opensAt = nextOpening(hours, at);
  return opensAt === at ? { open: true } : { open: false, opensAt };
}

/** `at` itself while open, else when the desk opens next; undefined when it does not within a year. */
export function nextOpening(hours: BusinessHours, at: number): number | undefined {
  const next = firstStretch(hours, at);
  return next && Math.max(next.start, at);
}

/** The instant at which so much open time has passed; undefined when that takes longer than a year. */
export function addOpenTime(hours: BusinessHours, from: number, milliseconds: number): number | undefined {
  let left = milliseconds;
  let reached = from;
  for (const { start, end } of stretchesFrom(hours, from)) {
    // Shifts may overlap: time that was counted is not counted again.
    const begin = Math.max(start, reached);
    if (end <= begin) continue;
    if (end - begin >= left) return begin + left;
    left -= end - begin;
    reached = end;
  }
  return undefined;
}

/** The stretch found last for each calendar, and from when on it is the first: it is asked for at every turn. */
const foundLast = new WeakMap<BusinessHours, { readonly from: number; readonly stretch: OpenStretch }>();

function firstStretch(hours: BusinessHours, at: number): OpenStretch | undefined {
  const known = foundLast.get(hours);
  if (known && known.from <= at && at < known.stretch.end) return known.stretch;
  for (const stretch of stretchesFrom(hours, at)) {
    if (stretch.end <= at) continue;
    foundLast.set(hours, { from: at, stretch });
    return stretch;
  }
  return undefined;
}

/** Stretches by their start, from those that may reach into `at` on; they may overlap when shifts do. */
function* stretchesFrom(hours: BusinessHours, at: number): Generator<OpenStretch> {
  // A night shift of the day before may reach into this one.
  const first = DateTime.fromMillis(at, { zone: hours.timeZone }).startOf('day').minus({ days: 1 });
  for (let days = 0; days < HORIZON_DAYS; days++) {
    const day = first.plus({ days });
    const stretches = shiftsOf(hours, day).map(({ from, to }) => ({
      start: wallTime(day, from),
      end: wallTime(day, to),
    }));
    // A shift that the clock change swallows is empty.
    yield* stretches.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start);
  }
}

function shiftsOf({ week, holidays, specialDays }: BusinessHours, day: DateTime): readonly Shift[] {
  const date = day.toISODate() ?? '';
  const special = specialDays.find((each) => each.date === date);
  if (special) return special.hours;
  if (holidays.some(({ from, to = from }) => from <= date && date <= to)) return [];
  return week[WEEKDAYS[day.weekday - 1]];
}

/** The instant at which the wall clock shows so many minutes after the day's midnight, past 1440 on the next day. */
function wallTime(day: DateTime, minutes: number): number {
  const date = day.plus({ days: Math.floor(minutes / 1440) });
  return date.set({ hour: Math.floor((minutes % 1440) / 60), minute: minutes % 60 }).toMillis();
}
