import { createHash, randomUUID } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { post } from '../fixtures/faithful-customer.ts';
import type { ServerUnderTest } from './server-under-test.ts';

/** Milliseconds a message on average; customers do not wait for each other. */
const BETWEEN_MESSAGES = 150;
/** Milliseconds between two looks at how late the event loop was. */
const BETWEEN_LOOKS = 1_000;

/** What it was like to be asked. Times in milliseconds. */
export interface Asked {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** How late the event loop was at most in each second, longest first. */
  readonly lags: readonly number[];
  /** How late this process was at most, which does nothing but ask: what the machine itself adds. */
  readonly ownLag: number;
  /** Names all replies together. */
  readonly replies: string;
}

/** A new customer at an even pace, each of whom waits for an answer before writing on. */
export async function askQuestions(
  server: ServerUnderTest,
  conversations: readonly (readonly string[])[],
): Promise<Asked> {
  await server.longestLag();
  const looks = new AbortController();
  const lags = watchLag(server, looks.signal);
  const ownLag = watchOwnLag();
  const talks: Promise<Answered[]>[] = [];
  for (const texts of conversations) {
    talks.push(talk(server.url, texts));
    await pause(BETWEEN_MESSAGES * texts.length);
  }
  const answers = (await Promise.all(talks)).flat();
  looks.abort();
  const times = answers.map(({ milliseconds }) => milliseconds).sort((one, other) => one - other);
  const at = (share: number) => times[Math.ceil(share * times.length) - 1];
  const replies = createHash('sha256').update(JSON.stringify(answers.map(({ reply }) => reply)));
  return {
    ...{ p50: at(0.5), p95: at(0.95), p99: at(0.99) },
    lags: (await lags).sort((one, other) => other - one),
    ownLag: ownLag(),
    replies: replies.digest('hex').slice(0, 8),
  };
}

interface Answered {
  readonly milliseconds: number;
  readonly reply: string;
}

async function talk(url: string, texts: readonly string[]): Promise<Answered[]> {
  const conversationId = randomUUID();
  const answers: Answered[] = [];
  for (const text of texts) {
    const started = performance.now();
    const { reply } = await post(url, { conversationId, messageId: randomUUID(), text });
    answers.push({ milliseconds: performance.now() - started, reply });
  }
  return answers;
}

async function watchLag(server: ServerUnderTest, signal: AbortSignal): Promise<number[]> {
  const lags: number[] = [];
  while (!signal.aborted) {
    await pause(BETWEEN_LOOKS);
    lags.push(await server.longestLag());
  }
  return lags;
}

function watchOwnLag(): () => number {
  const resolution = 10;
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  return () => {
    delay.disable();
    return delay.max / 1e6 - resolution;
  };
}
