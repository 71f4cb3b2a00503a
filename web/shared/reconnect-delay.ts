/** Longest pause before the first attempt, in milliseconds; it doubles with each further one. */
const FIRST = 1000;
const LONGEST = 30_000;

/**
 * How long to wait before connecting again: exponential with "equal jitter", so that a server that comes back is not hit
 * by every console at the same instant. Source: AWS Architecture Blog, "Exponential Backoff And Jitter" (2015).
 * @param failures attempts that failed in a row, 0 right after a connection was lost
 * @param random from 0 to 1
 * @returns milliseconds, between half of the step and the whole of it
 */
export function reconnectDelay(failures: number, random: number): number {
  const step = Math.min(LONGEST, FIRST * 2 ** failures);
  return Math.round(step / 2 + (step / 2) * random);
}
