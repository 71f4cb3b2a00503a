import { expect, it } from 'vitest';
import { ChatSession } from './chat-session.ts';
import { DeliveryError } from './delivery-error.ts';
import type { DeskClient, StatusNews } from './desk-client.ts';
import { KeptState, memoryStorage, type PageStorage } from './kept-state.ts';
import type { Outgoing } from './outgoing-message.ts';
import type { Line } from './timeline.ts';

const line = (position: number, role: Line['role'], text: string, messageId?: string): Line => ({
  ...{ position, role, text, messageId, at: 0 },
});

let ids = 0;

/** A server with one conversation; `streams` are those that are open, and can be written to. */
function fixture(storage: PageStorage = memoryStorage()) {
  const server = {
    transcript: [] as Line[],
    status: { status: 'bot' } as StatusNews,
    sent: [] as Outgoing[],
    rated: [] as unknown[],
    typing: 0,
    fails: false,
    knows: true,
    urls: [] as string[],
    streamStatus: 200,
    /** Where each message went, and what its answer waits for. */
    sentTo: [] as string[],
    gate: undefined as Promise<void> | undefined,
    languages: [] as string[],
  };
  const streams: ReadableStreamDefaultController<Uint8Array>[] = [];
  const timers = new Set<{ milliseconds: number; run: () => void }>();
  const client = {
    async send(conversation, message, language) {
      if (server.fails) throw new DeliveryError('', { isRetryable: true });
      server.sent.push(message);
      server.sentTo.push(conversation);
      server.languages.push(language);
      const { status } = server;
      await server.gate;
      if (server.fails) throw new DeliveryError('', { isRetryable: true });
      return status;
    },
    read: async () => (server.knows ? { ...server.status, transcript: server.transcript } : undefined),
    rate: async (_conversation, rating) => {
      server.rated.push(rating);
      await server.gate;
    },
    leaveContact: async () => server.gate,
    tellTyping: async () => void server.typing++,
    eventsUrl: (conversation, after) => `/${conversation}?after=${after}`,
    fetch: async (url, init) => {
      server.urls.push(String(url));
      if (server.streamStatus !== 200) return new Response('', { status: server.streamStatus });
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          streams.push(controller);
          init?.signal?.addEventListener('abort', () => controller.error(new DOMException('', 'AbortError')));
        },
      });
      return new Response(body);
    },
  } as Partial<DeskClient> as DeskClient;
  const session = new ChatSession({
    ...{ client, kept: new KeptState(storage, 's'), now: () => 100_000, random: () => 1, onChange: () => {} },
    newId: () => `id${ids++}`,
    startTimer(milliseconds, run) {
      const timer = { milliseconds, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
  return {
    ...{ session, server, storage, settle, timers },
    texts: () => session.view.lines.map(({ text }) => text),
    stream: async (event: string, data: unknown) => {
      streams.at(-1)?.enqueue(new TextEncoder().encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
      await settle();
    },
    /** Lets every timer of about this length run out. */
    pass: async (milliseconds: number) => {
      for (const timer of [...timers].filter((timer) => timer.milliseconds === milliseconds)) {
        timers.delete(timer);
        timer.run();
      }
      await settle();
    },
  };
}

it('shows what is written at once, and what is stored in its place, once', async () => {
  const { session, server, settle, stream, texts } = fixture();
  session.follow(true, true);
  session.write('可以退吗', 'zh');
  expect(session.view.pending.map(({ state }) => state)).toEqual(['sending']);
  await settle();
  expect(server.urls).toEqual([`/${session.view.kept.id}?after=0`]);
  const [{ messageId }] = server.sent;
  expect(session.view.pending).toHaveLength(1);
  await stream('line', line(1, 'customer', '可以退吗', messageId));
  await stream('line', line(2, 'bot', '可以'));
  await stream('line', line(2, 'bot', '可以'));
  expect([texts(), session.view.pending]).toEqual([['可以退吗', '可以'], []]);
  expect(session.view.kept).toMatchObject({ isBegun: true, seen: 2 });
});

it('reads the conversation when the stream is late, and while it is silent or refused', async () => {
  const { session, server, settle, pass, texts } = fixture();
  session.follow(true, true);
  session.write('在吗', 'zh');
  await settle();
  server.transcript = [line(1, 'customer', '在吗', server.sent[0].messageId), line(2, 'bot', '在的')];
  await pass(400);
  expect(texts()).toEqual(['在吗', '在的']);
  server.transcript = [...server.transcript, line(3, 'agent', '您好')];
  await pass(3000);
  expect(texts()).toHaveLength(3);
});

it('is there again after a reload, with what was not sent, and resumes behind what it has', async () => {
  const first = fixture();
  first.server.fails = true;
  first.session.write('第一句', 'zh');
  first.session.write('and this', 'en');
  await first.settle();
  const { session, server, settle, pass } = fixture(first.storage);
  await settle();
  await pass(40);
  expect(server.sent.map(({ text }) => text)).toEqual(['第一句', 'and this']);
  expect(server.languages).toEqual(['zh', 'en']);
  expect(session.view.kept.id).toBe(first.session.view.kept.id);
});

it('counts what comes in unseen, and tells who is there, who types and how long it takes', async () => {
  const { session, server, settle, stream, pass } = fixture();
  session.follow(true, true);
  session.write('转人工', 'zh');
  server.status = { status: 'waiting' };
  await settle();
  session.follow(true, false);
  await stream('status', { status: 'waiting', expectedWait: { seconds: 120 }, opensAt: null });
  await stream('line', line(3, 'system', '已为您转接'));
  expect(session.view).toMatchObject({ unread: 1, status: 'waiting', expectedWait: { seconds: 120 } });
  await stream('typing', { role: 'agent' });
  expect(session.view.isAgentTyping).toBe(true);
  await stream('status', { status: 'human', agent: { name: '小美' } });
  await stream('line', line(5, 'agent', '您好'));
  expect(session.view).toMatchObject({ isAgentTyping: false, unread: 2, agent: { name: '小美' } });
  session.follow(true, true);
  expect(session.view.unread).toBe(0);
  session.tellTyping();
  session.tellTyping();
  expect(server.typing).toBe(1);
  await pass(6000);
});

it('keeps ratings, of an answer and of the whole', async () => {
  const { session, server, stream, settle } = fixture();
  session.follow(true, true);
  session.write('在吗', 'zh');
  await settle();
  await stream('line', line(2, 'bot', '在的'));
  await session.feedback.rate({ score: 5, answer: 2 });
  await session.feedback.rate({ score: 4, comment: '很快' });
  expect(server.rated).toEqual([
    { score: 5, answer: 2 },
    { score: 4, comment: '很快' },
  ]);
  expect(session.view.kept).toMatchObject({ answerRatings: { 2: 5 }, ratedAt: 2 });
});

it('starts anew when asked to, and when the server no longer knows the conversation', async () => {
  const { session, server, settle, stream } = fixture();
  session.follow(true, true);
  session.write('在吗', 'zh');
  await settle();
  await stream('line', line(2, 'bot', '在的'));
  const { id } = session.view.kept;
  session.startAnew();
  expect(session.view).toMatchObject({ lines: [], pending: [], kept: { isBegun: false } });
  expect(session.view.kept.id).not.toBe(id);
  session.write('还在吗', 'zh');
  server.streamStatus = 404;
  server.knows = false;
  await settle();
  expect(session.view.kept.isBegun).toBe(false);
});

it('goes on with a conversation that is known otherwise, unless one has been begun', async () => {
  const { session, server, settle, stream, storage, texts } = fixture();
  session.follow(true, true);
  session.goOnWith('former');
  await settle();
  expect(server.urls).toEqual(['/former?after=0']);
  await stream('line', line(1, 'customer', '在吗'));
  expect(texts()).toEqual(['在吗']);
  expect(fixture(storage).session.view.kept).toMatchObject({ id: 'former', isBegun: true });
  session.goOnWith('another');
  expect(session.view.kept.id).toBe('former');
});

it('says that the connection is lost at the second failure, not at the first', async () => {
  const { session, server, settle, pass } = fixture();
  session.follow(true, true);
  server.streamStatus = 502;
  session.write('在吗', 'zh');
  await settle();
  expect(session.view.isLost).toBe(false);
  await pass(1000);
  expect(session.view.isLost).toBe(true);
  server.streamStatus = 200;
  session.hurry();
  await settle();
  expect(session.view.isLost).toBe(false);
});

it('is one conversation in two tabs that were opened before anything was said', async () => {
  const one = fixture();
  const other = fixture(one.storage);
  for (const { session } of [one, other]) session.follow(true, true);
  one.session.write('转人工', 'zh');
  other.session.write('可以开发票吗', 'zh');
  await one.settle();
  expect(new Set([...one.server.sentTo, ...other.server.sentTo])).toEqual(new Set([one.session.view.kept.id]));
  expect(other.session.view.kept.id).toBe(one.session.view.kept.id);
  // A tab that writes nothing hears of it by the storage.
  const third = fixture(one.storage);
  one.session.startAnew();
  third.session.takeKept();
  expect(third.session.view.kept.id).toBe(one.session.view.kept.id);
});

it('goes on where another tab began a new chat, with what was not sent', async () => {
  const one = fixture();
  one.session.follow(true, true);
  one.session.write('在吗', 'zh');
  await one.settle();
  const other = fixture(one.storage);
  other.session.follow(true, true);
  await other.settle();
  await other.stream('line', line(1, 'customer', '在吗', 'a'));
  other.server.fails = true;
  other.session.write('还没发出去', 'zh');
  await other.settle();
  one.session.startAnew();
  one.session.write('新的问题', 'zh');
  await one.settle();
  other.server.fails = false;
  other.session.takeKept();
  await other.settle();
  const { id } = one.session.view.kept;
  expect(other.session.view).toMatchObject({ kept: { id, isBegun: true }, lines: [] });
  expect([...one.server.sent, ...other.server.sent].map(({ text }) => text)).toContain('还没发出去');
  expect([...one.server.sentTo.slice(1), ...other.server.sentTo].every((sentTo) => sentTo === id)).toBe(true);
  expect(fixture(one.storage).session.view.kept.id).toBe(id);
});

it('never puts back what another tab has kept of the same conversation', async () => {
  const one = fixture();
  one.session.follow(true, true);
  one.session.write('在吗', 'zh');
  await one.settle();
  await one.stream('line', line(2, 'bot', '在的'));
  const other = fixture(one.storage);
  await one.session.feedback.rate({ score: 5, answer: 2 });
  await other.session.feedback.rate({ score: 4 });
  expect(fixture(one.storage).session.view.kept).toMatchObject({ answerRatings: { 2: 5 }, seen: 2, ratedAt: 0 });
});

it('keeps what the stream has said of the status when the answer to a message comes late', async () => {
  const { session, server, settle, stream } = fixture();
  session.follow(true, true);
  session.write('在吗', 'zh');
  await settle();
  let release = () => {};
  server.gate = new Promise((resolve) => {
    release = resolve;
  });
  server.status = { status: 'waiting' };
  await settle();
  session.write('转人工', 'zh');
  await new Promise((resolve) => setTimeout(resolve, 5));
  await stream('status', { status: 'human', agent: { name: '小美' } });
  release();
  await settle();
  expect(session.view).toMatchObject({ status: 'human', agent: { name: '小美' } });
});

it('shows nothing of an erased conversation as unanswered, and what is said after it in order', async () => {
  const { session, server, settle, stream, pass, texts } = fixture();
  session.follow(true, true);
  session.write('在吗', 'zh');
  await settle();
  await stream('line', line(1, 'customer', '在吗', server.sent[0].messageId));
  await stream('line', line(2, 'bot', '在的'));
  server.knows = false;
  session.hurry();
  await settle();
  expect(session.view).toMatchObject({ lines: [], pending: [], kept: { isBegun: false, seen: 0 } });
  // Erased again, and not noticed before the next message.
  server.knows = true;
  await pass(40);
  session.write('包邮吗', 'zh');
  await settle();
  await stream('line', line(1, 'customer', '包邮吗', server.sent[1].messageId));
  await stream('line', line(2, 'bot', '包邮'));
  await pass(40);
  session.write('好的', 'zh');
  await settle();
  await stream('line', { ...line(1, 'customer', '好的', server.sent[2].messageId), at: 9 });
  expect([texts(), session.view.pending]).toEqual([['好的'], []]);
  expect(session.view.kept.isBegun).toBe(true);
});

it('shows nothing of a conversation the moment it is erased, and goes on with what is written then', async () => {
  const { session, server, storage, settle, stream, pass, texts } = fixture();
  session.follow(true, true);
  session.write('转人工', 'zh');
  await settle();
  await stream('line', line(1, 'customer', '转人工', server.sent[0].messageId));
  await stream('line', line(2, 'agent', '您好'));
  await stream('status', { status: 'human', agent: { name: '小美' } });
  await stream('erased', {});
  expect(session.view).toMatchObject({ status: 'bot', lines: [], pending: [], kept: { isBegun: false, seen: 0 } });
  await pass(40);
  session.write('包邮吗', 'zh');
  await settle();
  // The customer hears of it only after the next message has arrived.
  await stream('erased', {});
  await stream('line', line(1, 'customer', '包邮吗', server.sent[1].messageId));
  await stream('line', line(2, 'bot', '包邮'));
  expect([texts(), session.view.pending]).toEqual([['包邮吗', '包邮'], []]);
  expect(fixture(storage).session.view.kept).toMatchObject({ isBegun: true, seen: 2 });
});

it('remembers that the customer did not want to rate', async () => {
  const { session, storage, settle, stream } = fixture();
  session.follow(true, true);
  session.write('在吗', 'zh');
  await settle();
  await stream('line', line(4, 'system', '已结束'));
  session.feedback.skipRating();
  expect(fixture(storage).session.view.kept.skippedAt).toBe(4);
});

/** Holds back every answer of the server until it is called. */
function holdAnswers(server: { gate: Promise<void> | undefined }): () => void {
  let release = () => {};
  server.gate = new Promise((resolve) => {
    release = resolve;
  });
  return () => {
    server.gate = undefined;
    release();
  };
}

it('leaves behind what is on its way from any tab when a new chat is begun, and takes along what was not tried', async () => {
  const one = fixture();
  one.session.write('在吗', 'zh');
  await one.settle();
  await one.pass(40);
  const other = fixture(one.storage);
  const { id } = one.session.view.kept;
  const releases = [one, other].map(({ server }) => holdAnswers(server));
  one.session.write('我要退货', 'zh');
  other.session.write('要投诉', 'zh');
  one.session.write('没穿过', 'zh');
  one.session.startAnew();
  other.session.takeKept();
  for (const release of releases) release();
  await one.settle();
  for (const tab of [one, other, one]) await tab.pass(40);
  const arrived = [one, other].flatMap(({ server }) => server.sent.map(({ text }, at) => [text, server.sentTo[at]]));
  const fresh = one.session.view.kept.id;
  // The tab that takes over the new chat sends what it finds there, too, under the same id: that repetition is harmless.
  expect(arrived.filter(([text]) => text !== '没穿过').slice(1)).toEqual([
    ['我要退货', id],
    ['要投诉', id],
  ]);
  expect(new Set(arrived.filter(([text]) => text === '没穿过').map(([, sentTo]) => sentTo))).toEqual(new Set([fresh]));
});

it('takes along what was on its way to the conversation before when that fails', async () => {
  const { session, server, settle, pass } = fixture();
  const release = holdAnswers(server);
  session.write('我要退货', 'zh');
  session.startAnew();
  expect(session.view.pending).toEqual([]);
  server.fails = true;
  release();
  await settle();
  expect(session.view.pending.map(({ text }) => text)).toEqual(['我要退货']);
  server.fails = false;
  await pass(1000);
  expect(server.sentTo.at(-1)).toBe(session.view.kept.id);
});

it('keeps nothing of the conversation before in a new chat, when its answers come late', async () => {
  const { session, server, settle } = fixture();
  session.write('在吗', 'zh');
  await settle();
  const release = holdAnswers(server);
  const late = [
    session.feedback.rate({ score: 5 }),
    session.feedback.rate({ score: 5, answer: 2 }),
    session.feedback.leaveContact({ phone: '1' }),
  ];
  session.startAnew();
  release();
  await Promise.all(late);
  const { id, usedAt } = session.view.kept;
  expect(session.view.kept).toEqual({ id, usedAt, isBegun: false, seen: 0, answerRatings: {} });
});
