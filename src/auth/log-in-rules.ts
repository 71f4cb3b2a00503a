import type { AttemptRule } from '../ports/log-in-attempts.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** For one name: five mistakes are free, then 1 s, 2 s, 4 s, up to a quarter of an hour. */
export const NAME_RULE: AttemptRule = {
  free: 5,
  firstDelayMs: SECOND,
  longestDelayMs: 15 * MINUTE,
  forgetAfterMs: 24 * HOUR,
};

/** For one address, behind which a whole team may sit: twenty are free, then up to one minute. */
export const ADDRESS_RULE: AttemptRule = {
  free: 20,
  firstDelayMs: SECOND,
  longestDelayMs: MINUTE,
  forgetAfterMs: HOUR,
};

/** A session ends when it is not used for so long, such as over night. */
export const SESSION_IDLE_MS = 12 * HOUR;
/** A session ends after so long however much it is used. */
export const SESSION_LONGEST_MS = 7 * 24 * HOUR;
/** "Last seen" and "last used" are no more exact than this, which saves a write a request. */
export const TOUCH_AFTER_MS = MINUTE;
