import type { EmbeddingRole } from '../../ports/embedder.ts';
import type { EmbeddingPool } from './embedding-pool.ts';
import type { Lane } from './two-lane-queue.ts';

/** Calls of at most so many texts are a person waiting; longer ones, and passages, are somebody building an index. */
const INTERACTIVE_TEXTS = 16;

/** Whether a call has more texts than anybody says at once. */
export function isLarge(texts: readonly string[]): boolean {
  return texts.length > INTERACTIVE_TEXTS;
}

/** The lane that a call belongs into. */
export function laneOf(texts: readonly string[], role: EmbeddingRole): Lane {
  return role === 'passage' || isLarge(texts) ? 'bulk' : 'interactive';
}

/** How a call is handed in. */
export interface Submission {
  readonly lane: Lane;
  readonly pool: EmbeddingPool;
  /** Texts that need no thread and so no room in the queue. */
  readonly isKnown?: (text: string) => boolean;
}

/**
 * Runs `embed` on every text and gives the results in order. Bulk work is handed in a few texts at a time: however
 * large, it never fills the queue that interactive calls need.
 * @throws OverloadedError before anything is run when the queue has no room.
 */
export async function submitInOrder<Result>(
  texts: readonly string[],
  { lane, pool, isKnown = () => false }: Submission,
  embed: (text: string) => Promise<Result>,
): Promise<Result[]> {
  const size = lane === 'bulk' ? Math.min(pool.threads * 16, pool.maxWaiting) : texts.length || 1;
  const results: Result[] = [];
  for (let start = 0; start < texts.length; start += size) {
    const slice = texts.slice(start, start + size);
    // A call that was taken is finished: later slices wait for their turn whatever the queue holds by then.
    if (start === 0) pool.admit(new Set(slice.filter((text) => !isKnown(text))).size);
    results.push(...(await Promise.all(slice.map(embed))));
  }
  return results;
}
