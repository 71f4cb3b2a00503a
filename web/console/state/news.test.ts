import { expect, it } from 'vitest';
import { line, ticket } from '../test/ticket.ts';
import type { Ticket } from '../wire/desk.ts';
import { EMPTY_DESK, reduceDesk } from './desk-state.ts';
import { newsBetween, urgentMissed } from './news.ts';

const told = (state: typeof EMPTY_DESK, next: Ticket) => reduceDesk(state, { type: 'ticket_changed', ticket: next });

it('tells of a ticket once when it begins to wait, and again when it is offered', () => {
  const waiting = told(EMPTY_DESK, ticket());
  expect(newsBetween(EMPTY_DESK, waiting, 'me', []).tickets).toEqual(['t1']);
  const scored = told(waiting, ticket({ score: 2 }));
  expect(newsBetween(waiting, scored, 'me', []).tickets).toEqual([]);
  const offered = told(scored, ticket({ offeredTo: 'me' }));
  expect(newsBetween(scored, offered, 'me', []).tickets).toEqual(['t1']);
  expect(newsBetween(scored, told(scored, ticket({ offeredTo: 'amy' })), 'me', []).tickets).toEqual([]);
});

it('leaves other teams in peace, and tells of a ticket that comes back', () => {
  const general = told(EMPTY_DESK, ticket());
  expect(newsBetween(EMPTY_DESK, general, 'me', ['presale']).tickets).toEqual([]);
  const hers = told(EMPTY_DESK, ticket({ status: 'claimed', agentId: 'amy' }));
  expect(newsBetween(hers, told(hers, ticket()), 'me', ['general']).tickets).toEqual(['t1']);
});

it('tells of a customer who writes to me, not of one who writes to a colleague', () => {
  const say = (state: typeof EMPTY_DESK, id: string) =>
    reduceDesk(state, { type: 'line_said', conversationId: `c-${id}`, line: line(1) });
  const mine = told(EMPTY_DESK, ticket({ status: 'claimed', agentId: 'me' }));
  const both = told(mine, ticket({ id: 't2', status: 'claimed', agentId: 'amy' }));
  expect(newsBetween(both, say(say(both, 't1'), 't2'), 'me', []).lines).toEqual(['c-t1']);
});

it('knows the urgent tickets whose offer went by and stands all the same', () => {
  const urgent = ticket({ priority: 'urgent', offeredTo: 'me', offeredUntil: 100 });
  expect(urgentMissed([urgent, ticket({ id: 't2', offeredTo: 'me', offeredUntil: 100 })], 101)).toEqual([urgent]);
  expect(urgentMissed([urgent], 100)).toEqual([]);
});
