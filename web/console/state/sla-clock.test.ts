import { expect, it } from 'vitest';
import { ticket } from '../test/ticket.ts';
import { formatDuration } from './format-duration.ts';
import { slaClock } from './sla-clock.ts';

const MINUTE = 60_000;
const due = ticket({ openedAt: 0, firstResponseDueAt: 8 * MINUTE, resolutionDueAt: 600 * MINUTE });

it('counts down to the first answer, then to the resolution', () => {
  expect(slaClock(due, 2 * MINUTE)).toEqual({ promise: 'first_response', left: 6 * MINUTE, state: 'ok' });
  expect(slaClock(due, 6 * MINUTE)?.state).toBe('soon');
  expect(slaClock(due, 8 * MINUTE + 1)).toEqual({ promise: 'first_response', left: -1, state: 'late' });
  const answered = ticket({ ...due, status: 'claimed', answeredAt: MINUTE });
  expect(slaClock(answered, 9 * MINUTE)).toEqual({ promise: 'resolution', left: 591 * MINUTE, state: 'ok' });
  expect(slaClock(answered, 590 * MINUTE)?.state).toBe('soon');
});

it('has no clock where nothing is promised or all is done', () => {
  expect(slaClock(ticket(), 0)).toBeUndefined();
  expect(slaClock(ticket({ ...due, status: 'resolved' }), 0)).toBeUndefined();
  expect(slaClock(ticket({ ...due, status: 'returned' }), 0)).toBeUndefined();
  expect(slaClock(ticket({ ...due, status: 'claimed', answeredAt: 1, resolutionDueAt: undefined }), 0)).toBeUndefined();
});

it('writes spans as short as they can be read', () => {
  const spans = [7_000, 12 * MINUTE + 40_000, 125 * MINUTE, 27 * 60 * MINUTE, -90_000];
  expect(spans.map((span) => formatDuration(span, 'zh'))).toEqual(['0:07', '12:40', '2小时5分', '1天3小时', '1:30']);
  expect(formatDuration(125 * MINUTE, 'en')).toBe('2h 5m');
});
