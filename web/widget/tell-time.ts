import type { Language } from '../shared/language.ts';

/** The hour and minute of a line. */
export function clockTime(at: number, language: Language): string {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  return new Date(at).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });
}

/** When something opens, as one would say it: the hour alone today, with the day otherwise. */
export function openingTime(opensAt: number, now: number, language: Language): string {
  const time = clockTime(opensAt, language);
  const days = Math.round((startOfDay(opensAt) - startOfDay(now)) / 86_400_000);
  if (language === 'zh') {
    const day =
      ['今天', '明天', '后天'][days] ??
      new Date(opensAt).toLocaleDateString('zh-CN', { month: 'long', day: 'numeric' });
    return `${day} ${time}`;
  }
  if (days === 0) return `today at ${time}`;
  if (days === 1) return `tomorrow at ${time}`;
  return `on ${new Date(opensAt).toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' })} at ${time}`;
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
