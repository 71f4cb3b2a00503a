import { createHash } from 'node:crypto';
import type { Embedder, TokenEmbedder } from '../ports/embedder.ts';
import { createPace } from '../system/create-pace.ts';
import type { IndexUnit } from './index-units.ts';
import type { TokenSpace } from './token-space.ts';

/** What is known of one unit's meaning. All vectors are of unit length. */
export interface UnitVectors {
  readonly sentence: Float32Array;
  /** The unit with title and heading in front; the sentence vector itself for titles, questions and headings. */
  readonly context: Float32Array;
  /** Token vectors in the small space, row by row. */
  readonly tokens: Float32Array;
}

/** Vectors by content hash: an unchanged unit is never embedded again. */
export type VectorCache = ReadonlyMap<string, UnitVectors>;

/** Content hash of a unit: the same text in the same context has the same vectors. */
export function unitKey(unit: IndexUnit): string {
  return createHash('sha256')
    .update(`${unit.text}\u0000${unit.context ?? ''}`)
    .digest('base64url')
    .slice(0, 22);
}

/** So many units are handed to the embedder at a time, which keeps its bounded queue free for customers. */
const BATCH = 64;

/** Embeds the units that `known` lacks. @returns vectors of exactly the given units by key */
export async function embedUnits(
  units: readonly IndexUnit[],
  known: VectorCache,
  embedder: Embedder & TokenEmbedder,
  space: TokenSpace,
): Promise<VectorCache> {
  const vectors = new Map<string, UnitVectors>();
  const missing = new Map<string, IndexUnit>();
  const pace = createPace();
  for (const unit of units) {
    await pace();
    const key = unitKey(unit);
    const hit = known.get(key);
    if (hit) vectors.set(key, hit);
    else missing.set(key, unit);
  }
  const entries = [...missing];
  for (let start = 0; start < entries.length; start += BATCH) {
    const batch = entries.slice(start, start + BATCH);
    const [plain, inContext] = await Promise.all([
      embedder.embedTokens(batch.map(([, unit]) => unit.text)),
      embedder.embed(
        batch.flatMap(([, unit]) => unit.context ?? []),
        'passage',
      ),
    ]);
    let next = 0;
    const found: [string, UnitVectors][] = [];
    for (const [index, [key, unit]] of batch.entries()) {
      await pace();
      const { sentence } = plain[index];
      const context = unit.context === undefined ? sentence : inContext[next++];
      found.push([key, { sentence, context, tokens: space.project(plain[index]) }]);
    }
    for (const [key, packed] of packVectors(found)) vectors.set(key, packed);
  }
  return vectors;
}

/** The same in one piece of memory: thousands of small ones lie scattered and hold what is between them, too. */
function packVectors(entries: readonly [string, UnitVectors][]): [string, UnitVectors][] {
  const sizes = entries.map(([, { sentence, context, tokens }]) =>
    [sentence, tokens, ...(context === sentence ? [] : [context])].reduce((sum, { length }) => sum + length, 0),
  );
  const memory = new Float32Array(sizes.reduce((sum, size) => sum + size, 0));
  let offset = 0;
  const put = (vector: Float32Array) => {
    memory.set(vector, offset);
    offset += vector.length;
    return memory.subarray(offset - vector.length, offset);
  };
  return entries.map(([key, { sentence, context, tokens }]) => {
    const own = put(sentence);
    return [key, { sentence: own, context: context === sentence ? own : put(context), tokens: put(tokens) }];
  });
}
