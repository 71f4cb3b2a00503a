import fc from 'fast-check';
import { expect, it } from 'vitest';
import { line, ticket } from '../test/ticket.ts';
import type { Conversation, Ticket } from '../wire/desk.ts';
import { type DeskEvent, type DeskState, EMPTY_DESK, reduceDesk, unreadCount } from './desk-state.ts';

const after = (state: DeskState, ...events: DeskEvent[]) => events.reduce(reduceDesk, state);
const conversation = (lines: Conversation['lines']): Conversation => ({
  ...{ id: 'c-t1', status: 'waiting', customer: {}, handoffs: [], orders: [], lines },
});
const said = (position: number): DeskEvent => ({ type: 'line_said', conversationId: 'c-t1', line: line(position) });

it('believes the stream rather than a list that was read meanwhile, and drops what the list no longer has', () => {
  const gone = ticket({ id: 'gone' });
  const before = after(
    EMPTY_DESK,
    { type: 'ticket_changed', ticket: gone },
    { type: 'ticket_changed', ticket: ticket() },
  );
  const claimed = ticket({ status: 'claimed', agentId: 'amy' });
  const state = after(
    before,
    { type: 'ticket_changed', ticket: claimed },
    { type: 'ticket_changed', ticket: ticket({ id: 'new' }) },
    { type: 'tickets_read', tickets: [ticket()], before: before.tickets },
  );
  expect([...state.tickets.keys()].sort()).toEqual(['new', 't1']);
  expect(state.tickets.get('t1')).toBe(claimed);
});

it('keeps nothing of a conversation that was erased, and all of the others', () => {
  const other = ticket({ id: 't2', conversationId: 'c-t2' });
  const kept = after(EMPTY_DESK, { type: 'ticket_changed', ticket: other });
  const full = after(
    kept,
    ...[ticket(), other].map((each): DeskEvent => ({ type: 'ticket_changed', ticket: each })),
    { type: 'conversation_read', conversation: conversation([line(1)]) },
    said(2),
    { type: 'customer_typing', conversationId: 'c-t1', until: 9 },
  );
  expect(after(full, { type: 'conversation_erased', conversationId: 'c-t1' })).toEqual(kept);
});

it('ends with the newest of a ticket whenever a list is read and however late it arrives', () => {
  // Version n of the ticket has score n. The stream tells the versions in order; a list holds the one of its moment.
  const step = fc.record({ told: fc.nat(3), readBehind: fc.nat(3), late: fc.nat(4) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let state = EMPTY_DESK;
      let version = 0;
      const underWay: { due: number; event: DeskEvent }[] = [];
      const deliver = (now: number) => {
        for (const { event } of underWay.filter(({ due }) => due === now)) state = reduceDesk(state, event);
      };
      steps.forEach(({ told, readBehind, late }, now) => {
        const before = state.tickets;
        const queue: Ticket[] = Array.from({ length: told }, () => ticket({ score: ++version }));
        // The server commits first and tells later: a list may be ahead of the stream, never behind what was told before.
        const held = Math.min(readBehind, queue.length);
        const read =
          queue.length > 0
            ? [queue[held - 1] ?? before.get('t1')].filter((t) => t !== undefined)
            : [...before.values()];
        underWay.push({ due: now + late, event: { type: 'tickets_read', tickets: read, before } });
        for (const next of queue) state = reduceDesk(state, { type: 'ticket_changed', ticket: next });
        deliver(now);
      });
      for (let now = steps.length; now < steps.length + 5; now++) deliver(now);
      expect(state.tickets.get('t1')?.score ?? 0).toBe(version);
    }),
  );
});

it('passes over the answer to a request when the stream has told more meanwhile', () => {
  const waiting = ticket();
  const mine = ticket({ status: 'claimed', agentId: 'me' });
  const taken = ticket({ status: 'claimed', agentId: 'amy' });
  const start = after(EMPTY_DESK, { type: 'ticket_changed', ticket: waiting });
  const answered: DeskEvent = { type: 'ticket_answered', ticket: mine, before: waiting };
  expect(after(start, answered).tickets.get('t1')).toBe(mine);
  expect(after(start, { type: 'ticket_changed', ticket: taken }, answered).tickets.get('t1')).toBe(taken);
});

it('keeps the lines that the stream told while the conversation was being read', () => {
  const opened = after(EMPTY_DESK, { type: 'conversation_read', conversation: conversation([]) });
  const state = after(opened, said(3), said(2), {
    type: 'conversation_read',
    conversation: conversation([line(1), line(2)]),
  });
  expect(state.conversations.get('c-t1')?.lines.map(({ position }) => position)).toEqual([1, 2, 3]);
});

it('counts what the customer wrote until it is seen, each line once', () => {
  const start = after(EMPTY_DESK, { type: 'ticket_changed', ticket: ticket() });
  expect(unreadCount(start, ticket())).toBe(1);
  expect(unreadCount(start, ticket({ status: 'resolved' }))).toBe(0);
  const told = after(start, said(1), said(2), said(2));
  expect(unreadCount(told, ticket())).toBe(2);
  const seen = after(
    told,
    { type: 'conversation_read', conversation: conversation([line(1), line(2)]) },
    {
      type: 'conversation_seen',
      conversationId: 'c-t1',
    },
  );
  expect(unreadCount(seen, ticket())).toBe(0);
  expect(unreadCount(after(seen, said(2)), ticket())).toBe(0);
  expect(unreadCount(after(seen, said(5)), ticket())).toBe(1);
  expect(after(seen, { type: 'conversation_seen', conversationId: 'c-t1' })).toBe(seen);
});

it('stops showing that the customer types when the line is there', () => {
  const typing: DeskEvent = { type: 'customer_typing', conversationId: 'c-t1', until: 9000 };
  expect(after(EMPTY_DESK, typing).typingUntil.get('c-t1')).toBe(9000);
  expect(after(EMPTY_DESK, typing, said(1)).typingUntil.has('c-t1')).toBe(false);
});

it('forgets conversations but the one that is open', () => {
  const other = { ...conversation([]), id: 'c-t2' };
  const state = after(
    EMPTY_DESK,
    { type: 'conversation_read', conversation: conversation([]) },
    { type: 'conversation_read', conversation: other },
    { type: 'forgotten', except: 'c-t2' },
  );
  expect([...state.conversations.keys()]).toEqual(['c-t2']);
});
