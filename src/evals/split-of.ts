import { createHash } from 'node:crypto';

/** Cases one may tune on, and cases one may only measure with. */
export type Split = 'dev' | 'test';

/**
 * The half a case belongs to, decided by the SHA-256 of its id alone: adding, moving or reordering cases never
 * moves another case from one half to the other.
 */
export function splitOf(id: string): Split {
  return createHash('sha256').update(id).digest()[0] < 128 ? 'dev' : 'test';
}
