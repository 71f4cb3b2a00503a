import type { Language } from './language.ts';

const LOCALE: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' };

/** The hour and minute of a line. */
export function clockTime(at: number, language: Language): string {
  return new Date(at).toLocaleTimeString(LOCALE[language], { hour: '2-digit', minute: '2-digit' });
}

/**
 * When the desk opens, as the desk itself says it: the hour alone today, with the day otherwise, by the clock of the shop.
 * To a reader who lives by another clock it says whose hour it is.
 * @param timeZone of the shop; the reader's when absent
 */
export function openingTime(opensAt: number, now: number, language: Language, timeZone?: string): string {
  const tell = (at: number, options: Intl.DateTimeFormatOptions) =>
    new Date(at).toLocaleString(LOCALE[language], { timeZone, ...options });
  const hour = tell(opensAt, { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' }).replace(/^0(?=\d:)/, '');
  const time = [hour, foreignZone(opensAt, language, timeZone)].filter(Boolean).join(' ');
  const days = dayNumber(opensAt, timeZone) - dayNumber(now, timeZone);
  if (language === 'zh') {
    const day = ['今天', '明天', '后天'][days] ?? tell(opensAt, { month: 'long', day: 'numeric' });
    return `${day} ${time}`;
  }
  if (days === 0) return `today at ${time}`;
  if (days === 1) return `tomorrow at ${time}`;
  return `on ${tell(opensAt, { weekday: 'long', day: 'numeric', month: 'long' })} at ${time}`;
}

/** The shop's distance from Greenwich, such as GMT+8, where it is not the reader's. */
function foreignZone(at: number, language: Language, timeZone?: string): string | undefined {
  const nameOf = (zone?: string) =>
    new Intl.DateTimeFormat(LOCALE[language], { timeZone: zone, timeZoneName: 'shortOffset' })
      .formatToParts(at)
      .find(({ type }) => type === 'timeZoneName')?.value;
  const name = nameOf(timeZone);
  return name === nameOf() ? undefined : name;
}

/** Days since 1970, by the calendar of a time zone. */
function dayNumber(at: number, timeZone?: string): number {
  // The Swedish way to write a date is the ISO one.
  return Date.parse(new Date(at).toLocaleDateString('sv-SE', { timeZone })) / 86_400_000;
}
