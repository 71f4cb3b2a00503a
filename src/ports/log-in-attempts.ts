/** How long failures make whoever tries again wait. */
export interface AttemptRule {
  /** So many failures cost nothing. */
  readonly free: number;
  /** The wait after the next failure; it doubles with each further one. */
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
  /** After so long without a failure all is forgotten. */
  readonly forgetAfterMs: number;
}

/** The wait that follows so many failures in milliseconds; 0 while they are free. */
export function delayAfter(failures: number, rule: AttemptRule): number {
  if (failures <= rule.free) return 0;
  return Math.min(rule.longestDelayMs, rule.firstDelayMs * 2 ** (failures - rule.free - 1));
}

/**
 * Counts log-in attempts by name and by address, durably, so that a restart forgives nothing.
 * Every adapter passes test/contracts/account-store-contract.ts.
 */
export interface LogInAttempts {
  /**
   * Counts an attempt as failed before it is made, so that many at once get no further than one after the other.
   * @returns 0 when it may be made, otherwise the milliseconds to wait; then nothing was counted.
   */
  begin(key: string, now: number, rule: AttemptRule): Promise<number>;
  /** The attempt was right: takes it back, and with `forgive` every failure before it. */
  succeeded(key: string, forgive: boolean): Promise<void>;
  /** Forgets those without an attempt since then. */
  deleteBefore(lastAt: number): Promise<void>;
}
