import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Engine } from '../conversation/engine.ts';
import type { Notifier } from '../ports/notifier.ts';

/** Figures for Prometheus, in a registry of their own so that several apps may live in one process. */
export interface Metrics {
  readonly registry: Registry;
  /** Counts what became durable: turns by action, hand-offs by reason. */
  readonly notifier: Notifier;
  /** The same engine with its turns timed. */
  timed(engine: Engine): Engine;
  /** Reports this number as the messages that wait for an answer. */
  watchInFlight(count: () => number): void;
  /** Stops measuring. */
  close(): void;
}

/** Starts measuring. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const latency = new Histogram({
    name: 'xiaoer_turn_duration_seconds',
    help: 'Time the engine took for one turn, without waiting for further fragments.',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  return {
    registry,
    notifier: countingNotifier(registers),
    timed: (engine) => ({
      looksComplete: (text) => engine.looksComplete(text),
      async runTurn(state, input) {
        const stop = latency.startTimer();
        try {
          return await engine.runTurn(state, input);
        } finally {
          stop();
        }
      },
    }),
    watchInFlight(count) {
      const collect = function (this: Gauge) {
        this.set(count());
      };
      const help = 'Messages accepted and not answered yet.';
      new Gauge({ name: 'xiaoer_messages_in_flight', help, registers, collect });
    },
    close: watchEventLoop(registers),
  };
}

function countingNotifier(registers: Registry[]): Notifier {
  const turns = new Counter({
    name: 'xiaoer_turns_total',
    help: 'Turns answered by the bot, by action.',
    labelNames: ['action'],
    registers,
  });
  const handoffs = new Counter({
    name: 'xiaoer_handoffs_total',
    help: 'Hand-offs opened, by reason.',
    labelNames: ['reason'],
    registers,
  });
  return {
    notify(_conversationId, events) {
      for (const event of events) {
        if (event.type === 'bot_replied') turns.inc({ action: event.action });
        if (event.type === 'handoff_opened') handoffs.inc({ reason: event.draft.reason });
      }
    },
  };
}

/** Milliseconds between two looks at the event loop. */
const LOOK_MS = 10;

function watchEventLoop(registers: Registry[]): () => void {
  const delay = monitorEventLoopDelay({ resolution: LOOK_MS });
  delay.enable();
  new Gauge({
    name: 'xiaoer_event_loop_lag_seconds',
    help: 'How late the event loop was since the last scrape, by quantile.',
    labelNames: ['quantile'],
    registers,
    collect() {
      // What is recorded is the time between two looks. NaN until the first.
      const seconds = (nanoseconds: number) =>
        Number.isFinite(nanoseconds) ? Math.max(0, nanoseconds / 1e9 - LOOK_MS / 1e3) : 0;
      for (const quantile of [50, 99, 100]) {
        this.set({ quantile: String(quantile / 100) }, seconds(delay.percentile(quantile)));
      }
      delay.reset();
    },
  });
  return () => void delay.disable();
}
