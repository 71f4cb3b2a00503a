import { expect, it } from 'vitest';
import { ticket } from '../test/ticket.ts';
import { mayDo, type TicketDeed } from './may-do.ts';

const DEEDS: readonly TicketDeed[] = ['claim', 'release', 'transfer', 'giveBack', 'resolve', 'reopen'];

it.each([
  ['whatever waits may be claimed, whomever it is offered to', ticket({ offeredTo: 'amy' }), ['claim']],
  ['one’s own may be moved on', ticket({ status: 'claimed', agentId: 'me' }), DEEDS.slice(1, 5)],
  ['what is resolved may be taken up again', ticket({ status: 'resolved' }), ['reopen']],
  ['so may what was given back to the bot', ticket({ status: 'returned' }), ['reopen']],
])('%s', (_case, given, deeds) => {
  expect(DEEDS.filter((deed) => mayDo(given, deed, { id: 'me' }))).toEqual(deeds);
});
