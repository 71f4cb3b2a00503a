import { expect, it } from 'vitest';
import { ConversationFeed, type FeedDeps } from './conversation-feed.ts';
import type { Conversation, DeskClient } from './desk-client.ts';
import type { Line } from './timeline.ts';

const line = (position: number, role: Line['role']): Line => ({ position, role, text: '在', at: 0 });

/** A feed whose readings are answered by hand, and what it told of, in order. */
function fixture() {
  const told: string[] = [];
  const answers: ((conversation: Conversation | undefined) => void)[] = [];
  const stream = new TransformStream<Uint8Array, Uint8Array>();
  const writer = stream.writable.getWriter();
  const client: Partial<DeskClient> = {
    read: () => new Promise((resolve) => answers.push(resolve)),
    eventsUrl: () => '/events',
    fetch: async () => new Response(stream.readable),
  };
  const deps: FeedDeps = {
    ...{ client: client as DeskClient, now: () => 0, random: () => 1, startTimer: () => () => {} },
    onChange: () => told.push('change'),
    onLines: () => told.push('lines'),
    onErased: (isBegun) => told.push(isBegun ? 'anew' : 'gone'),
  };
  const feed = new ConversationFeed('c', deps);
  const answer = async (transcript: Line[] | undefined) => {
    answers.shift()?.(transcript && ({ status: 'bot', transcript } as unknown as Conversation));
    await new Promise((resolve) => setTimeout(resolve, 1));
  };
  const say = async (event: string, data: unknown) => {
    await writer.write(new TextEncoder().encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
    await new Promise((resolve) => setTimeout(resolve, 1));
  };
  return { feed, told, answer, say };
}

it('tells of lines before it tells that something changed', async () => {
  const { feed, told, answer } = fixture();
  void feed.read();
  await answer([line(1, 'customer'), line(2, 'agent')]);
  expect(told[0]).toBe('lines');
  expect(feed.lastPosition).toBe(2);
});

it('begins anew when the server no longer knows the conversation', async () => {
  const { feed, told, answer } = fixture();
  void feed.read();
  await answer([line(1, 'customer')]);
  void feed.read();
  await answer(undefined);
  expect(told.at(-1)).toBe('gone');
  expect(feed.lines).toEqual([]);
});

it('keeps nothing of what was read before it was erased', async () => {
  const { feed, told, answer, say } = fixture();
  void feed.read();
  await answer([line(1, 'customer')]);
  feed.connect();
  void feed.read();
  await say('erased', {});
  expect([feed.lines, told.filter((what) => what === 'gone')]).toEqual([[], ['gone']]);
  await answer([line(1, 'customer'), line(2, 'bot')]);
  expect(feed.lines).toEqual([]);
  await say('line', line(1, 'customer'));
  expect(feed.lines).toHaveLength(1);
});

it('is not changed by what was still under way when it was closed', async () => {
  const { feed, told, answer } = fixture();
  void feed.read();
  feed.close();
  await answer([line(1, 'customer')]);
  expect([told, feed.lines]).toEqual([[], []]);
});

it('does not take an older reading for news', async () => {
  const { feed, told, answer } = fixture();
  void feed.read();
  feed.acknowledged({ status: 'waiting' }, feed.statusChanges);
  // It was read before the conversation began.
  await answer(undefined);
  expect([feed.status.status, told.includes('gone')]).toEqual(['waiting', false]);
  const before = feed.statusChanges;
  void feed.read();
  feed.acknowledged({ status: 'bot' }, before);
  await answer([line(1, 'customer')]);
  feed.acknowledged({ status: 'waiting' }, before);
  expect(feed.status.status).toBe('bot');
});
