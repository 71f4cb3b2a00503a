import { createHash } from 'node:crypto';

/** Names what a text says: 12 hex digits of its SHA-256. */
export function textVersion(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
