import { expect, it } from 'vitest';
import { checkViews } from './check-views.ts';
import type { FlakyNetwork } from './flaky-network.ts';
import type { SimulatedAgent } from './simulated-agent.ts';
import type { CustomerConversation, SeenLine } from './simulated-customer.ts';

const line = (position: number, text: string, messageId?: string): SeenLine => ({
  ...{ position, text, messageId, at: 0, role: messageId ? 'customer' : 'bot' },
});
const stored = [line(1, 'one', 'm1'), line(2, 'echo one'), line(3, 'two', 'm2'), line(5, 'echo two')];
const answer = (reply: string) => ({ reply, action: 'answer' });

/** What is found wrong when customer and agent have seen these lines of what is stored. */
async function problemsOf(seen: {
  customer?: SeenLine[];
  agent?: SeenLine[];
  stored?: SeenLine[];
  replies?: string[];
}) {
  const lines = seen.stored ?? stored;
  const network = { reliably: async () => ({ status: 200, body: { transcript: lines, lines } }) };
  const conversation = {
    id: 'c',
    sent: [
      { messageId: 'm1', text: 'one', batch: 0, answers: (seen.replies ?? ['echo one']).map(answer) },
      { messageId: 'm2', text: 'two', batch: 1, answers: [answer('echo two')] },
    ],
    seen: seen.customer ?? lines,
  };
  const agent = { id: 'amy', seen: new Map([['c', seen.agent ?? lines]]) };
  return checkViews(
    network as unknown as FlakyNetwork,
    [conversation as unknown as CustomerConversation],
    [agent as unknown as SimulatedAgent],
  );
}

it('nothing is wrong when every line is everywhere once and in order', async () => {
  expect(await problemsOf({})).toEqual([]);
});

it.each([
  ['a line that a customer lacks', { customer: stored.slice(0, 3) }, "customer's page of c lacks 5 bot: echo two"],
  ['a line that an agent lacks', { agent: stored.slice(1) }, "amy's page of c lacks 1 customer: one"],
  ['a line shown twice', { customer: [...stored, stored[1]] }, "customer's page of c shows twice 2 bot: echo one"],
  [
    'lines that changed places',
    { agent: [stored[1], stored[0], ...stored.slice(2)] },
    "amy's page of c is out of order",
  ],
  [
    'a line nobody stored',
    { agent: [...stored, line(6, 'ghost')] },
    "amy's page of c shows what is not stored, 6 bot: ghost",
  ],
  ['a message stored twice', { stored: [...stored, line(6, 'one', 'm1')] }, '"one" is stored 2 times in c'],
  ['a message lost', { stored: stored.slice(2) }, '"one" is stored 0 times in c'],
  [
    'messages stored in another order than they were sent',
    { stored: [line(1, 'two', 'm2'), line(2, 'one', 'm1')] },
    'messages in c are not in the order of sending',
  ],
  ['two different answers', { replies: ['echo one', 'sorry'] }, '"one" in c got 2 different answers'],
])('finds %s', async (_name, seen, problem) => {
  expect(await problemsOf(seen)).toContain(problem);
});
