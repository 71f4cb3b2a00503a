import { IANAZone } from 'luxon';
import { z } from 'zod';

const SHIFT = /^([01]?\d|2[0-3]):([0-5]\d)\s*[-–]\s*(?:([01]?\d|2[0-3]):([0-5]\d)|(24):(00))$/;
const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** A stretch of a day in minutes after midnight by the wall clock; `to` is past 1440 when it ends the next day. */
export interface Shift {
  readonly from: number;
  readonly to: number;
}

const shift = z.string().transform((text, context): Shift => {
  const match = SHIFT.exec(text.trim());
  if (!match) {
    context.addIssue({ code: 'custom', message: `"${text}" is not of the form 09:00-18:00` });
    return z.NEVER;
  }
  const [, fromHour, fromMinute, toHour = match[5], toMinute = match[6]] = match;
  const from = Number(fromHour) * 60 + Number(fromMinute);
  const to = Number(toHour) * 60 + Number(toMinute);
  // 18:00-02:00 ends on the next day, 00:00-00:00 lasts a whole one.
  return { from, to: to > from ? to : to + 24 * 60 };
});
const shifts = z.array(shift).max(8);
const date = z.string().regex(DATE, 'must be a date such as 2026-12-31');
const day = shifts.default([]);

/** When people are there, by the wall clock of the shop's time zone. A day that is not named is closed. */
export const businessHoursSchema = z.strictObject({
  timeZone: z.string().refine((zone) => IANAZone.isValidZone(zone), 'is no time zone, such as Asia/Shanghai'),
  week: z.strictObject({
    ...{ monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: day, sunday: day },
  }),
  /** Closed from the one date to the other, both included. */
  holidays: z
    .array(
      z
        .strictObject({ from: date, to: date.optional(), name: z.string().optional() })
        .refine(({ from, to }) => to === undefined || to >= from, { message: 'is before from', path: ['to'] }),
    )
    .default([]),
  /** Other hours on one date; they go before holidays. */
  specialDays: z.array(z.strictObject({ date, hours: shifts, name: z.string().optional() })).default([]),
});

/** Opening hours as they are read: shifts in minutes from midnight, dates as `YYYY-MM-DD`. */
export type BusinessHours = z.output<typeof businessHoursSchema>;
