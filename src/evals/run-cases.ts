import type { Engine } from '../conversation/engine.ts';
import { burstTurn, customerWrote, type ReceivedMessage } from '../conversation/lane/customer-message.ts';
import { turnEvents } from '../conversation/lane/turn-events.ts';
import { botOwns } from '../conversation/state/bot-owns.ts';
import { applyEvent, emptyConversation } from '../conversation/state/fold-conversation.ts';
import type { ConversationState } from '../domain/conversation.ts';
import { XiaoerError } from '../domain/errors.ts';
import type { TurnInput, TurnResult } from '../domain/turn.ts';
import type { Language } from '../domain/understanding.ts';
import type { Expectation } from './case-schema.ts';
import { mapInOrder } from './map-in-order.ts';
import type { LoadedCase } from './parse-cases.ts';

/** A turn as the engine was given it. */
export interface PlayedTurn {
  readonly state: ConversationState;
  readonly input: TurnInput;
}

/** What the customer said in one turn, what was expected, and what the front desk did. */
export interface TurnRun {
  readonly texts: readonly string[];
  readonly expect: Expectation;
  readonly got: TurnResult;
  /** What the engine was called with, to play the turn again; absent when it was not called. */
  readonly played?: PlayedTurn;
  /** Time the engine took; absent when a person owned the conversation and the engine was not called. */
  readonly milliseconds?: number;
}

/** One case played from the first message to the last. */
export interface CaseRun {
  readonly case: LoadedCase;
  readonly turns: readonly TurnRun[];
}

/** How to play the cases. */
export interface RunOptions {
  /** Epoch milliseconds of each case's first message. Default 2026-11-22 10:00 in China, the day of the demo shop's orders, so that runs repeat. */
  readonly startAt?: number;
  /** Cases played at the same time; turns of one case never are. Default 1, which also gives honest latencies. */
  readonly concurrency?: number;
  /** Milliseconds from any origin, for latency. */
  readonly stopwatch?: () => number;
}

const START_AT = Date.parse('2026-11-22T10:00:00+08:00');
const BETWEEN_TURNS_MS = 30_000;
const BETWEEN_FRAGMENTS_MS = 1_000;

/**
 * Plays every case over the engine as the server would: the same events, the same fold, and silence while a person
 * owns the conversation. Time and ids are fixed, so two runs differ in latency only.
 *
 * @throws XiaoerError `eval_failed` that names the case and turn when the engine throws: a crash is never a score
 */
export function runCases(engine: Engine, cases: readonly LoadedCase[], options: RunOptions = {}): Promise<CaseRun[]> {
  return mapInOrder(cases, options.concurrency ?? 1, (one) => runCase(engine, one, options));
}

async function runCase(engine: Engine, one: LoadedCase, options: RunOptions): Promise<CaseRun> {
  const turns: TurnRun[] = [];
  let state = emptyConversation(`eval-${one.id}`);
  for (const index of one.turns.keys()) {
    const played = await runTurnOfCase(engine, one, index, state, options);
    turns.push(played.run);
    state = played.state;
  }
  return { case: one, turns };
}

async function runTurnOfCase(
  engine: Engine,
  one: LoadedCase,
  index: number,
  state: ConversationState,
  options: RunOptions,
): Promise<{ run: TurnRun; state: ConversationState }> {
  const { customer: texts, expect } = one.turns[index];
  const name = `${one.id}-${index + 1}`;
  const burst = messages(texts, name, (options.startAt ?? START_AT) + index * BETWEEN_TURNS_MS);
  const written = burst.map(customerWrote);
  if (!botOwns(state))
    return {
      run: { texts, expect, got: silence(state.language ?? one.lang) },
      state: written.reduce(applyEvent, state),
    };
  const at = burst[burst.length - 1].receivedAt;
  const stopwatch = options.stopwatch ?? (() => performance.now());
  const started = stopwatch();
  const input = burstTurn(burst, at);
  const got = await engine.runTurn(state, input).catch((cause) => {
    const message = `The engine failed in case ${one.id} turn ${index + 1}: ${String(cause)}`;
    throw new XiaoerError('eval_failed', message, { cause });
  });
  const milliseconds = stopwatch() - started;
  const turn = { inReplyTo: burst.map((message) => message.messageId), text: texts.join('\n'), at, state };
  const events = [...written, ...turnEvents(got, turn, { newId: () => `handoff-${name}` })];
  return {
    run: { texts, expect, got, played: { state, input }, milliseconds },
    state: events.reduce(applyEvent, state),
  };
}

function messages(texts: readonly string[], turnName: string, from: number): ReceivedMessage[] {
  return texts.map((text, index) => ({
    messageId: `${turnName}-${index + 1}`,
    text,
    receivedAt: from + index * BETWEEN_FRAGMENTS_MS,
  }));
}

/** What the customer sees of the bot while a person has the conversation: nothing. */
function silence(language: Language): TurnResult {
  const sentiment = { label: 'neutral', score: 0, signals: [] } as const;
  return { reply: '', action: 'silent', language, intents: [], entities: [], sentiment, citations: [], candidates: [] };
}
