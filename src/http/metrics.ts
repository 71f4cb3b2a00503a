import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Engine } from '../conversation/engine.ts';
import type { Desk } from '../desk/desk.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConversationStore } from '../ports/conversation-store.ts';
import type { Notifier } from '../ports/notifier.ts';

/** Figures for Prometheus, in a registry of their own so that several apps may live in one process. */
export interface Metrics {
  readonly registry: Registry;
  /** Counts what became durable: turns by action, hand-offs by reason, broken promises, times to the first response. */
  notifier(store: Pick<ConversationStore, 'getHandoff'>): Notifier;
  /** Reports how many customers wait for a person, and for how long the one who has waited longest. */
  watchDesk(desk: Pick<Desk, 'snapshot'>, clock: Clock): void;
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
    notifier: (store) => countingNotifier(registers, store),
    watchDesk: (desk, clock) => watchDesk(registers, desk, clock),
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

function countingNotifier(registers: Registry[], store: Pick<ConversationStore, 'getHandoff'>): Notifier {
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
  const breaches = new Counter({
    name: 'xiaoer_sla_breaches_total',
    help: 'Promised times that passed, by clock.',
    labelNames: ['clock'],
    registers,
  });
  const observeResponse = watchResponses(registers, store);
  return {
    notify(_conversationId, events) {
      for (const event of events) {
        if (event.type === 'bot_replied') turns.inc({ action: event.action });
        if (event.type === 'handoff_opened') handoffs.inc({ reason: event.draft.reason });
        if (event.type === 'handoff_breached') breaches.inc({ clock: event.clock });
        if (event.type === 'agent_replied') observeResponse(event);
      }
    },
  };
}

/** Observes the time from the queue to an agent's first line. */
function watchResponses(registers: Registry[], store: Pick<ConversationStore, 'getHandoff'>) {
  const help = 'Time from a hand-off to the first line of an agent.';
  const buckets = [10, 30, 60, 120, 300, 600, 1800, 3600, 4 * 3600, 24 * 3600];
  const response = new Histogram({ name: 'xiaoer_first_response_seconds', help, buckets, registers });
  const failures = new Counter({
    name: 'xiaoer_first_response_unknown_total',
    help: 'First lines whose hand-off could not be read.',
    registers,
  });
  return ({ handoffId, at }: { handoffId: string; at: number }): void => {
    // Only the figure waits for this, nobody else.
    store.getHandoff(handoffId).then(
      (handoff) => {
        if (handoff?.answeredAt === at) response.observe((at - handoff.queuedAt) / 1000);
      },
      () => failures.inc(),
    );
  };
}

function watchDesk(registers: Registry[], desk: Pick<Desk, 'snapshot'>, clock: Clock): void {
  new Gauge({
    name: 'xiaoer_handoffs_waiting',
    help: 'Customers who wait for a person.',
    registers,
    collect() {
      this.set(desk.snapshot.waiting.length);
    },
  });
  new Gauge({
    name: 'xiaoer_handoffs_oldest_wait_seconds',
    help: 'How long the customer has waited who has waited longest; 0 when nobody waits.',
    registers,
    collect() {
      const since = Math.min(clock.now(), ...desk.snapshot.waiting.map(({ queuedAt }) => queuedAt));
      this.set((clock.now() - since) / 1000);
    },
  });
  new Gauge({
    name: 'xiaoer_agents_available',
    help: 'Agents who are there and take conversations.',
    registers,
    collect() {
      this.set(desk.snapshot.agents.filter(({ available, online }) => available && online).length);
    },
  });
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
