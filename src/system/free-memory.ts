import { Session } from 'node:inspector/promises';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** By how many percent the heap may grow before it is collected again. */
const HEAP_GROWTH = 30;
/**
 * Size of the nursery, where new objects live, in bytes. It has grown to 32 MB by then and is 1 MB after it was shrunk, with
 * which it is collected five times a turn.
 */
const NURSERY = 8 * 2 ** 20;
/** Objects made at a time until the nursery has its size, and how many of them are kept meanwhile. */
const [OBJECTS, KEPT] = [2_000, 60_000];
/** Growing takes some ten rounds; where V8 does it otherwise, a small nursery is no harm. */
const MOST_ROUNDS = 200;

/**
 * Gives back what starting left behind, and from here on lets the heap grow by a third and not by several times before
 * it is collected. V8's own `--optimize-for-size` holds less and collects everything seven times as often, with everybody
 * waiting meanwhile.
 *
 * The nursery is shrunk and grown again to 8 MB, where it stays; until intents are trained anew, probably because V8 sets that
 * flag back whenever a thread starts.
 */
export async function freeMemory(): Promise<void> {
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`);
  // What V8 does when memory is short, which `gc()` does not: it shrinks the nursery, too.
  const session = new Session();
  session.connect();
  await session.post('HeapProfiler.collectGarbage');
  session.disconnect();
  setFlagsFromString('--semi-space-growth-factor=2');
  growNursery();
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** V8 grows the nursery when as much as it holds has outlived a collection; there is no call for it. */
function growNursery(): void {
  let kept: object[] = [];
  for (let round = 0; round < MOST_ROUNDS && nurserySize() < NURSERY; round += 1) {
    for (let at = 0; at < OBJECTS; at += 1) kept.push({ at });
    if (kept.length > KEPT) kept = [];
  }
}

function nurserySize(): number {
  return getHeapSpaceStatistics().find((space) => space.space_name === 'new_space')?.space_size ?? Infinity;
}
