import type { RateName } from '../summarise.ts';

/** `0.8512` as `85.1%`; a dash when there was nothing to count. */
export function percent(value: number | null): string {
  return value === null ? '–' : `${(value * 100).toFixed(1)}%`;
}

/** `82.0–88.1%`; empty without an interval. */
export function interval(ci95: readonly [number, number] | null): string {
  return ci95 === null ? '' : `${(ci95[0] * 100).toFixed(1)}–${(ci95[1] * 100).toFixed(1)}%`;
}

/** A difference in percentage points, signed. */
export function points(difference: number | null): string {
  if (difference === null) return '–';
  return `${difference > 0 ? '+' : difference < 0 ? '−' : '±'}${Math.abs(difference * 100).toFixed(1)} pp`;
}

/** `12 ms`, with a decimal below ten. */
export function milliseconds(value: number | null): string {
  if (value === null) return '–';
  return `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`;
}

/** What each rate is called in every report, and of what it is a share. */
export const RATE_TITLES: Readonly<Record<RateName, { title: string; of: string }>> = {
  ofResolvable: { title: 'Auto-resolved, of resolvable', of: 'resolvable cases' },
  autoResolution: { title: 'Auto-resolved, of all', of: 'cases' },
  wrongAnswers: { title: 'Wrong answers', of: 'turns' },
  escalationRecall: { title: 'Escalation recall', of: 'turns that call for a person' },
  escalationPrecision: { title: 'Escalation precision', of: 'escalations' },
  needless: { title: 'Needless escalations', of: 'turns that need no person' },
  twoArticles: { title: 'Answers with two articles', of: 'answers' },
  passed: { title: 'Cases passed', of: 'cases' },
};

/** The order in which reports show the rates: those with thresholds first. */
export const RATE_ORDER = Object.keys(RATE_TITLES) as readonly RateName[];
