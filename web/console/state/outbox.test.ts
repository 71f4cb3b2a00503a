import { expect, it } from 'vitest';
import { createOutbox, type Delivery, type OutgoingLine } from './outbox.ts';

function fixture(kept: readonly OutgoingLine[] = []) {
  const sent: string[] = [];
  let lines: readonly OutgoingLine[] = kept;
  let answer: (line: OutgoingLine) => Promise<Delivery> = async () => ({ kind: 'delivered' });
  const pauses: number[] = [];
  const outbox = createOutbox(
    {
      deliver: (line) => {
        sent.push(line.messageId);
        return answer(line);
      },
      startTimer: (milliseconds, run) => {
        pauses.push(milliseconds);
        const timer = setTimeout(run, 0);
        return () => clearTimeout(timer);
      },
      onChange: (next) => {
        lines = next;
      },
    },
    kept,
  );
  const write = (messageId: string, conversationId = 'c1') =>
    outbox.send({ messageId, conversationId, handoffId: 'h1', kind: 'reply', text: messageId, at: 0 });
  return {
    ...{ outbox, sent, pauses, write },
    states: () => Object.fromEntries(lines.map(({ messageId, state }) => [messageId, state])),
    lines: () => lines,
    answerWith: (next: typeof answer) => {
      answer = next;
    },
    settle: () => new Promise((resolve) => setTimeout(resolve, 30)),
  };
}

it('sends in order, one at a time in a conversation, and keeps a delivered line until it is dropped', async () => {
  const desk = fixture();
  const release: (() => void)[] = [];
  desk.answerWith(() => new Promise((resolve) => release.push(() => resolve({ kind: 'delivered' }))));
  desk.write('a');
  desk.write('b');
  desk.write('z', 'c2');
  expect(desk.sent).toEqual(['a', 'z']);
  release[0]();
  await desk.settle();
  expect(desk.sent).toEqual(['a', 'z', 'b']);
  expect(desk.states()).toEqual({ a: 'delivered', b: 'sending', z: 'sending' });
  desk.outbox.drop('a');
  expect(desk.states()).toEqual({ b: 'sending', z: 'sending' });
});

it('waits for a retry at once when no attempt would help, and sends in order then', async () => {
  const desk = fixture();
  desk.answerWith(async () => ({ kind: 'failed' }));
  desk.write('a');
  desk.write('b');
  await desk.settle();
  expect([desk.sent, desk.pauses]).toEqual([['a'], []]);
  expect(desk.states()).toEqual({ a: 'failed', b: 'failed' });
  desk.answerWith(async () => ({ kind: 'delivered' }));
  desk.outbox.retry('a');
  await desk.settle();
  expect(desk.sent).toEqual(['a', 'a', 'b']);
});

it('tries again under the same id, then waits for a retry with what stands behind', async () => {
  const desk = fixture();
  desk.answerWith(async () => {
    throw new TypeError('network');
  });
  desk.write('a');
  desk.write('b');
  await desk.settle();
  expect(desk.sent).toEqual(['a', 'a', 'a', 'a']);
  expect(desk.pauses).toEqual([1000, 2000, 4000]);
  expect(desk.states()).toEqual({ a: 'failed', b: 'failed' });
  desk.answerWith(async () => ({ kind: 'delivered' }));
  desk.outbox.retry('b');
  await desk.settle();
  expect(desk.sent.slice(4)).toEqual(['a', 'b']);
});

it('does not repeat what was refused, and goes on with the next', async () => {
  const desk = fixture();
  desk.answerWith(async ({ messageId }) =>
    messageId === 'a' ? { kind: 'refused', why: 'taken' } : { kind: 'delivered' },
  );
  desk.write('a');
  desk.write('b');
  await desk.settle();
  expect(desk.sent).toEqual(['a', 'b']);
  expect(desk.lines()[0]).toMatchObject({ state: 'refused', why: 'taken' });
  desk.outbox.retryAll();
  await desk.settle();
  expect(desk.sent).toEqual(['a', 'b']);
});

it('does not send by itself what an earlier page left, and sends it when told to', async () => {
  const left = { messageId: 'a', conversationId: 'c1', handoffId: 'h1', kind: 'reply', text: 'x', at: 0 } as const;
  const desk = fixture([{ ...left, state: 'sending' }]);
  await desk.settle();
  expect(desk.sent).toEqual([]);
  desk.outbox.retry('a');
  await desk.settle();
  expect(desk.sent).toEqual(['a']);
});
