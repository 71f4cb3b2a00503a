import { type AttemptRule, delayAfter, type LogInAttempts } from '../../src/ports/log-in-attempts.ts';

/** Failed log-ins that are forgotten with the process; passes the same contract as the real store. */
export class InMemoryLogInAttempts implements LogInAttempts {
  readonly #attempts = new Map<string, { failures: number; lastAt: number; blockedUntil: number }>();

  async begin(key: string, now: number, rule: AttemptRule): Promise<number> {
    const present = this.#attempts.get(key) ?? { failures: 0, lastAt: now, blockedUntil: 0 };
    if (present.blockedUntil > now) return present.blockedUntil - now;
    const failures = (now - present.lastAt >= rule.forgetAfterMs ? 0 : present.failures) + 1;
    this.#attempts.set(key, { failures, lastAt: now, blockedUntil: now + delayAfter(failures, rule) });
    return 0;
  }

  async succeeded(key: string, forgive: boolean): Promise<void> {
    const present = this.#attempts.get(key);
    if (!present) return;
    if (forgive) this.#attempts.delete(key);
    else this.#attempts.set(key, { ...present, failures: Math.max(0, present.failures - 1), blockedUntil: 0 });
  }

  async deleteBefore(lastAt: number): Promise<void> {
    for (const [key, attempt] of this.#attempts) if (attempt.lastAt < lastAt) this.#attempts.delete(key);
  }
}
