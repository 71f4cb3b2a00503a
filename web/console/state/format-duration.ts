import type { Language } from '../../../src/domain/understanding.ts';

const UNITS = { zh: { hour: '小时', minute: '分', day: '天' }, en: { hour: 'h', minute: 'm', day: 'd' } };

/**
 * A span of time as short as it can be read: `0:07`, `12:40`, then hours and minutes, then days and hours.
 * @param milliseconds negative spans count as their size
 */
export function formatDuration(milliseconds: number, language: Language): string {
  const seconds = Math.floor(Math.abs(milliseconds) / 1000);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const { hour, minute, day } = UNITS[language];
  const join = (...parts: string[]) => parts.join(language === 'en' ? ' ' : '');
  if (hours >= 24) return join(`${Math.floor(hours / 24)}${day}`, `${hours % 24}${hour}`);
  if (hours > 0) return join(`${hours}${hour}`, `${minutes % 60}${minute}`);
  return `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
}
