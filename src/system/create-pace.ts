import { setImmediate as nextTick } from 'node:timers/promises';

/** Longest stretch of work before others have a chance, in milliseconds. */
const STRETCH_MS = 5;

/**
 * A pace for long work on the event loop: awaited between small pieces, it lets others go first whenever five
 * milliseconds have passed, and costs next to nothing otherwise.
 */
export function createPace(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < STRETCH_MS) return;
    await nextTick();
    since = performance.now();
  };
}
