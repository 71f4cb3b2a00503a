/** Longest stretch of work before others have a chance, in milliseconds. */
const STRETCH_MS = 5;
/** Of so many stretches one is background work while turns wait, too, so that an index is built even under load. */
const BACKGROUND_SHARE = 8;

/** Whether a customer waits for the work, or nobody does. */
export type Urgency = 'turn' | 'background';

const waiting: Record<Urgency, (() => void)[]> = { turn: [], background: [] };
let isAwake = false;
let stretches = 0;

/**
 * A pace for long work on the event loop: awaited between small pieces, it lets others go first whenever five
 * milliseconds have passed, and costs next to nothing otherwise. All paced work of the process takes turns, one stretch
 * each time round the loop, however many jobs there are; what a customer waits for goes first.
 */
export function createPace(urgency: Urgency = 'background'): () => Promise<void> {
  let since = Number.NEGATIVE_INFINITY;
  return async () => {
    if (performance.now() - since < STRETCH_MS) return;
    await new Promise<void>((resolve) => {
      waiting[urgency].push(resolve);
      if (!isAwake) setImmediate(wakeNext);
      isAwake = true;
    });
    since = performance.now();
  };
}

function wakeNext(): void {
  stretches += 1;
  const { turn, background } = waiting;
  const isBackgroundsTurn = turn.length === 0 || (stretches % BACKGROUND_SHARE === 0 && background.length > 0);
  (isBackgroundsTurn ? background : turn).shift()?.();
  // What was woken goes on before the loop comes round to the next one.
  isAwake = turn.length + background.length > 0;
  if (isAwake) setImmediate(wakeNext);
}
