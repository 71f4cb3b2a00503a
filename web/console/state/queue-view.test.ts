import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareQueue } from '../../../src/domain/handoff.ts';
import { ticket } from '../test/ticket.ts';
import { neighbour, queueTabs, waitingSince } from './queue-view.ts';

const ids = (tickets: readonly { id: string }[]) => tickets.map(({ id }) => id);

it('puts every ticket into one tab, and the team filter hides nothing that is one’s own', () => {
  const tickets = [
    ticket({ id: 'offered', offeredTo: 'me', team: 'aftersales' }),
    ticket({ id: 'offered-to-amy', offeredTo: 'amy' }),
    ticket({ id: 'mine', status: 'claimed', agentId: 'me', team: 'aftersales' }),
    ticket({ id: 'hers', status: 'claimed', agentId: 'amy' }),
    ticket({ id: 'done', status: 'resolved' }),
    ticket({ id: 'back', status: 'returned', team: 'aftersales' }),
  ];
  const tabs = queueTabs(tickets, 'me', 'general');
  expect(Object.fromEntries(Object.entries(tabs).map(([tab, list]) => [tab, ids(list)]))).toEqual({
    offered: ['offered'],
    waiting: ['offered-to-amy'],
    mine: ['mine'],
    others: ['hers'],
    closed: ['done'],
  });
});

it('orders what waits as the server does', () => {
  const field = fc.record({ score: fc.nat(20), queuedAt: fc.nat(1_000_000), openedAt: fc.nat(1_000_000) });
  fc.assert(
    fc.property(fc.array(field, { maxLength: 20 }), (fields) => {
      const tickets = fields.map((each, index) => ticket({ ...each, id: `t${String(index).padStart(2, '0')}` }));
      expect(ids(queueTabs(tickets, 'me').waiting)).toEqual(ids([...tickets].sort(compareQueue)));
    }),
  );
});

it('orders one’s own by how long the customer has waited', () => {
  const mine = { status: 'claimed', agentId: 'me', lastAgentAt: 5000 } as const;
  const own = [
    ticket({ ...mine, id: 'answered', lastCustomerAt: 4000 }),
    ticket({ ...mine, id: 'waits', lastCustomerAt: 9000 }),
    ticket({ ...mine, id: 'waits-longer', lastCustomerAt: 6000 }),
    ticket({ ...mine, id: 'unanswered', lastAgentAt: undefined, openedAt: 5500 }),
  ];
  expect(ids(queueTabs(own, 'me').mine)).toEqual(['unanswered', 'waits-longer', 'waits', 'answered']);
  expect(own.map(waitingSince)).toEqual([undefined, 9000, 6000, 5500]);
});

it('walks a list and stays at its ends', () => {
  const list = [ticket({ id: 'a' }), ticket({ id: 'b' })];
  expect(neighbour(list, undefined, 1)?.id).toBe('a');
  expect(neighbour(list, 'elsewhere', -1)?.id).toBe('b');
  expect(neighbour(list, 'a', 1)?.id).toBe('b');
  expect(neighbour(list, 'b', 1)?.id).toBe('b');
  expect(neighbour(list, 'a', -1)?.id).toBe('a');
  expect(neighbour([], 'a', 1)).toBeUndefined();
});
