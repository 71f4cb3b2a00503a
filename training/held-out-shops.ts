import { readFileSync } from 'node:fs';

/** Names of the invented shops that neither the first judgement nor the reader is trained on (training/reader/held-out.txt). */
export function heldOutShops(): string[] {
  return readFileSync(new URL('reader/held-out.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n');
}
