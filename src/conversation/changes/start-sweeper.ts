import type { StartTimer } from '../start-timer.ts';
import { type SweepDeps, sweepDesk } from './sweep-desk.ts';

/** A desk that is being watched. */
export interface Sweeper {
  /** Ends after the sweep under way. */
  close(): Promise<void>;
}

/**
 * Sweeps the desk again and again, with a pause between two sweeps.
 * @param options.everyMs the pause, in milliseconds
 * @param options.onFailure told when the desk could not be looked at; the next sweep tries again
 */
export function startSweeper(
  deps: SweepDeps & { readonly startTimer: StartTimer },
  options: { readonly everyMs: number; readonly onFailure: (error: unknown) => void },
): Sweeper {
  let closed = false;
  let sweeping: Promise<void> = Promise.resolve();
  let cancel = deps.startTimer(options.everyMs, sweep);

  function sweep(): void {
    sweeping = sweepDesk(deps)
      .catch(options.onFailure)
      .finally(() => {
        if (!closed) cancel = deps.startTimer(options.everyMs, sweep);
      });
  }

  return {
    async close() {
      closed = true;
      cancel();
      await sweeping;
    },
  };
}
