import type { Handoff } from '../domain/handoff.ts';

/** How fast the desk has worked lately, in milliseconds; undefined with fewer than three examples. */
export interface Pace {
  /** From the queue to the claim. */
  readonly pickUp?: number;
  /** From the claim to the end. */
  readonly handling?: number;
}

const FEWEST_EXAMPLES = 3;
/** What happened longer ago says little about now. */
const REMEMBERED_MS = 4 * 60 * 60_000;

/** Medians over the tickets of the last hours. */
export function recentPace(handoffs: readonly Handoff[], now: number): Pace {
  const recent = handoffs.filter(({ claimedAt }) => claimedAt !== undefined && now - claimedAt <= REMEMBERED_MS);
  const pickUps = recent.map(({ queuedAt, claimedAt = queuedAt }) => claimedAt - queuedAt);
  const handlings = recent.flatMap(({ claimedAt, closedAt }) =>
    claimedAt === undefined || closedAt === undefined ? [] : [closedAt - claimedAt],
  );
  return { pickUp: median(pickUps), handling: median(handlings) };
}

/** What the wait depends on. */
export interface QueueFacts {
  /** Place in the queue, from 1. */
  readonly position: number;
  /** Conversations that available agents could take now, and could hold in all. */
  readonly free: number;
  readonly capacity: number;
  readonly pace: Pace;
}

/**
 * How long the one at this place will wait, in milliseconds; undefined when nobody is there to take the ticket or too
 * little is known: a guess would be worse than none. Whoever finds a free agent waits for the pick-up alone; the others
 * wait until as many conversations have ended as stand before them.
 */
export function expectedWait({ position, free, capacity, pace }: QueueFacts): number | undefined {
  if (capacity === 0) return undefined;
  if (position <= free) return pace.pickUp;
  if (pace.handling === undefined) return undefined;
  // With `capacity` conversations side by side one ends every handling / capacity.
  return (pace.pickUp ?? 0) + ((position - free) * pace.handling) / capacity;
}

function median(values: readonly number[]): number | undefined {
  if (values.length < FEWEST_EXAMPLES) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
