import type { Embedder } from '../../src/ports/embedder.ts';
import { processorTime } from './processor-time.ts';

/** An embedder that computes no text twice and knows what each text cost the first time. */
export interface RememberingEmbedder extends Embedder {
  /** Milliseconds the model took so far. */
  readonly taken: number;
  /** Milliseconds all texts so far would have cost had nothing been remembered. */
  readonly cost: number;
}

/** Lets many ideas share one embedding of the same texts. Not for concurrent calls: their times would count twice. */
export function rememberVectors(embedder: Embedder, clock = processorTime): RememberingEmbedder {
  const known = new Map<string, { readonly vector: Float32Array; readonly milliseconds: number }>();
  let taken = 0;
  let cost = 0;
  return {
    ...embedder,
    get taken() {
      return taken;
    },
    get cost() {
      return cost;
    },
    async embed(texts, role) {
      const keyOf = (text: string) => `${role} ${text}`;
      const missing = [...new Set(texts)].filter((text) => !known.has(keyOf(text)));
      const started = clock();
      const vectors = missing.length > 0 ? await embedder.embed(missing, role) : [];
      const elapsed = clock() - started;
      taken += elapsed;
      for (const [index, text] of missing.entries()) {
        known.set(keyOf(text), { vector: vectors[index], milliseconds: elapsed / missing.length });
      }
      return texts.map((text) => {
        const { vector, milliseconds } = known.get(keyOf(text)) as { vector: Float32Array; milliseconds: number };
        cost += milliseconds;
        return vector;
      });
    },
  };
}

/** Runs `work` and says how many milliseconds of a processor it takes when nothing is remembered. */
export async function timed<Result>(
  work: () => Promise<Result> | Result,
  embedder?: RememberingEmbedder,
  clock = processorTime,
): Promise<{ readonly result: Result; readonly milliseconds: number }> {
  const [taken, cost] = [embedder?.taken ?? 0, embedder?.cost ?? 0];
  const started = clock();
  const result = await work();
  const elapsed = clock() - started;
  const remembered = embedder ? embedder.cost - cost - (embedder.taken - taken) : 0;
  return { result, milliseconds: elapsed + remembered };
}
