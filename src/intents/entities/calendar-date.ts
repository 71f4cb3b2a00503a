/** A day without a time or a time zone, `YYYY-MM-DD`. */
export type CalendarDate = string;

const DAY = 86_400_000;

/** The day so many days later; negative counts are earlier. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** 1 for Monday to 7 for Sunday, as in ISO 8601. */
export function weekdayOf(date: CalendarDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/** The day, or undefined when the calendar has none such (31 April). */
export function calendarDate(year: number, month: number, day: number): CalendarDate | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined;
}

/** The 3rd of November nearest to `today`: customers leave out a year that goes without saying. */
export function nearestYear(month: number, day: number, today: CalendarDate): CalendarDate | undefined {
  const year = Number(today.slice(0, 4));
  const distance = (date: CalendarDate) => Math.abs(Date.parse(date) - Date.parse(today));
  return [year - 1, year, year + 1]
    .map((candidate) => calendarDate(candidate, month, day))
    .filter((date) => date !== undefined)
    .sort((a, b) => distance(a) - distance(b))[0];
}
