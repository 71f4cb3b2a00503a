import { XiaoerError } from '../domain/errors.ts';
import type { Delivery } from './target.ts';

/** How an attempt went that throws what went wrong; an error of ours that may not be repeated is final. */
export async function attempt(run: () => Promise<void>): Promise<Delivery> {
  try {
    await run();
    return { kind: 'delivered' };
  } catch (error) {
    if (error instanceof XiaoerError && !error.isRetryable) {
      return { kind: 'refused', failure: { reason: error.message } };
    }
    throw error;
  }
}
