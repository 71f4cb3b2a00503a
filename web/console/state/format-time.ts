import type { Language } from '../../../src/domain/understanding.ts';

const LOCALES = { zh: 'zh-CN', en: 'en-GB' };
const formats = new Map<string, Intl.DateTimeFormat>();

/** Hours and minutes, `09:05`, in the time zone of the agent's machine. */
export function formatTime(at: number, language: Language): string {
  return format(language, { hour: '2-digit', minute: '2-digit', hour12: false }).format(at);
}

/** Month, day and weekday: `11月28日周六`, `Sat 28 Nov`. */
export function formatDay(at: number, language: Language): string {
  return format(language, { month: 'short', day: 'numeric', weekday: 'short' }).format(at);
}

/** Day and time in full, for tooltips. */
export function formatMoment(at: number, language: Language): string {
  return format(language, { dateStyle: 'medium', timeStyle: 'medium' }).format(at);
}

/** Yuan, as a price tag has them: `¥128`, `¥59.90`. */
export function formatYuan(sum: number): string {
  return `¥${Number.isInteger(sum) ? sum : sum.toFixed(2)}`;
}

/** Making a format costs a hundred times its use. */
function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(LOCALES[language], options);
  formats.set(key, known);
  return known;
}
