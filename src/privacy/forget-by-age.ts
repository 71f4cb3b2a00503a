import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../ports/clock.ts';
import type { PersonalDataStore } from '../ports/personal-data-store.ts';

const DAY = 24 * 3_600_000;
const EVERY_MS = 3_600_000;
/** Between two steps, so that customers' messages come in between. */
const PAUSE_MS = 50;

/** What forgetting by age needs. */
export interface ForgetDeps {
  readonly personalData: PersonalDataStore;
  readonly clock: Clock;
  /** Told of each conversation that is gone, for those who hold something of it. */
  readonly tellErased: (conversationId: string) => Promise<void>;
  /** Told after a run that has forgotten something. */
  readonly forgot: (what: { readonly conversations: number; readonly redactedEvents: number }) => Promise<void>;
  /** Told of a run that failed, and of what could not be told. */
  readonly failed: (error: unknown) => void;
}

/** Forgets everything older than so many days, step by step; `isStopped` is asked between the steps. */
export async function forgetByAge(deps: ForgetDeps, days: number, isStopped = () => false): Promise<void> {
  const before = deps.clock.now() - days * DAY;
  const total = { conversations: 0, redactedEvents: 0 };
  for (let more = true; more && !isStopped(); ) {
    const step = await deps.personalData.forgetBefore(before);
    total.conversations += step.conversationIds.length;
    total.redactedEvents += step.redactedEvents;
    for (const id of step.conversationIds) await deps.tellErased(id).catch(deps.failed);
    more = step.more;
    if (more) await pause(PAUSE_MS);
  }
  if (total.conversations > 0 || total.redactedEvents > 0) await deps.forgot(total);
}

/**
 * Forgets now and every hour. Several processes may do so on one database. A run that fails is taken up by the next.
 * @returns stops it, after the step under way
 */
export function startForgetting(deps: ForgetDeps, days: number): () => Promise<void> {
  let stopped = false;
  let running = Promise.resolve();
  const run = () => {
    running = running.then(() => forgetByAge(deps, days, () => stopped)).catch(deps.failed);
  };
  run();
  const timer = setInterval(run, EVERY_MS).unref();
  return async () => {
    stopped = true;
    clearInterval(timer);
    await running;
  };
}
