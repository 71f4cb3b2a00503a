const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Waits between the attempts of a webhook: ten attempts within about three days and a half. */
export const WEBHOOK_WAITS: readonly number[] = [
  5 * SECOND,
  1 * MINUTE,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  6 * HOUR,
  12 * HOUR,
  24 * HOUR,
  36 * HOUR,
];

/** An answer may ask for patience, but not for more than a day of it, in milliseconds. */
export const LONGEST_RETRY_AFTER = 24 * HOUR;

/** Waits between attempts to send a line to a customer: an answer that is an hour late helps nobody. */
export const CHANNEL_WAITS: readonly number[] = [
  1 * SECOND,
  5 * SECOND,
  15 * SECOND,
  1 * MINUTE,
  3 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
];

/**
 * The wait after so many failures, a fifth longer or shorter by chance, so that endpoints which fell together are not
 * all asked again at the same moment; undefined when the message is to be given up.
 * @param random 0 up to 1, exclusive
 */
export function waitAfter(waits: readonly number[], failures: number, random: () => number): number | undefined {
  const wait = waits[failures - 1];
  return wait === undefined ? undefined : Math.round(wait * (0.8 + 0.4 * random()));
}
