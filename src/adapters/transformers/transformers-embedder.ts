import { LRUCache } from 'lru-cache';
import type { Embedder, TokenEmbedder, TokenEmbedding } from '../../ports/embedder.ts';
import type { PassageReader } from '../../ports/passage-reader.ts';
import type { ModelSpec } from '../models/model-spec.ts';
import { createEmbeddingPool, type EmbeddingPool, type EmbeddingPoolOptions } from './embedding-pool.ts';
import type { WorkerResult } from './embedding-worker.js';
import { prepareText } from './prepare-text.ts';
import { selfTest } from './self-test.ts';
import { isLarge, laneOf, submitInOrder } from './submit-in-order.ts';
import { createTransformersReader } from './transformers-reader.ts';
import type { Lane } from './two-lane-queue.ts';
import { workerModel } from './worker-model.ts';

/** How to run a model that the store has put on disk. */
export interface TransformersEmbedderOptions extends EmbeddingPoolOptions {
  readonly modelDir: string;
  readonly spec: ModelSpec;
  /** Threads shared with other embedders, closed by whoever made them. Default: threads of its own. */
  readonly pool?: EmbeddingPool;
  /** Texts of small calls kept in memory. Default 5,000 (2 KB each at 512 dimensions). */
  readonly cacheSize?: number;
  /** Hears that the self-test had to switch to slower arithmetic. Default: a process warning. */
  readonly onNotice?: (message: string) => void;
}

/** An embedder that can bring a reader along: one trained from its weights, in its threads. */
export interface TransformersEmbedder extends Embedder, TokenEmbedder {
  /** @param folder keeps the reader's ONNX file. @throws XiaoerError with code `reader_weights` for another model. */
  openReader(folder: string): Promise<PassageReader>;
}

/**
 * An embedder over ONNX weights on disk, in worker threads. The same text gives the same vector whatever else is asked.
 * Resolves when every thread has the model loaded and known texts gave the known vectors.
 * @throws ModelSelfTestError when they did not.
 */
export async function createTransformersEmbedder(options: TransformersEmbedderOptions): Promise<TransformersEmbedder> {
  const { spec, modelDir, cacheSize = 5_000 } = options;
  const pool = options.pool ?? createEmbeddingPool(options);
  const cache = new LRUCache<string, Float32Array>({ max: cacheSize });
  const model = await selfTest(spec, workerModel(spec, modelDir), pool, options.onNotice).catch(async (error) => {
    if (!options.pool) await pool.close();
    throw error;
  });

  const run = (text: string, lane: Lane, tokens: boolean) => pool.run({ model, text, tokens }, lane);
  const underWay = new Map<string, Promise<Float32Array>>();
  const find = (text: string) => cache.get(text) ?? underWay.get(text);
  /**
   * A text asked twice at once is embedded once. Those of large calls are not kept: an index would only push out what
   * customers say, and holds its vectors itself.
   */
  const sentence = async (text: string, lane: Lane, keep: boolean): Promise<Float32Array> => {
    const known = find(text);
    if (known) return known;
    const pending = run(text, lane, false)
      .then((result) => {
        if (keep) cache.set(text, result.sentence);
        return result.sentence;
      })
      .finally(() => underWay.delete(text));
    underWay.set(text, pending);
    return pending;
  };

  return {
    id: identify(spec),
    dimensions: spec.dimensions,
    language: spec.language,
    async embed(texts, role) {
      const prepared = texts.map((text) => prepareText(text, role, spec));
      const lane = laneOf(texts, role);
      const keep = !isLarge(texts);
      const isKnown = (text: string) => cache.has(text) || underWay.has(text);
      const vectors = await submitInOrder(prepared, { lane, pool, isKnown }, (text) => sentence(text, lane, keep));
      // A copy: a caller that writes into its vector must not change what others are given.
      return vectors.map((vector) => vector.slice());
    },
    async embedTokens(texts) {
      const prepared = texts.map((text) => prepareText(text, 'classify', spec));
      const lane = laneOf(texts, 'classify');
      const keep = !isLarge(texts);
      return submitInOrder(prepared, { lane, pool }, async (text): Promise<TokenEmbedding> => {
        const result = (await run(text, lane, true)) as Required<WorkerResult>;
        if (keep) cache.set(text, result.sentence.slice());
        return result;
      });
    },
    openReader: (folder) => createTransformersReader({ model, spec, pool, folder }),
    close: async () => {
      if (!options.pool) await pool.close();
    },
  };
}

/** Everything that changes a vector: weights, pooling, length and preprocessing. */
function identify(spec: ModelSpec): string {
  const weights = spec.files.map((file) => file.versions[0].sha256.slice(0, 12)).join('+');
  const { query, passage, classify } = spec.prefixes;
  const text = `${spec.lowerCase ? 'lower' : 'cased'}:${[query, passage, classify].map(encodeURIComponent).join(':')}`;
  return `${spec.name}/${weights}/${spec.pooling}/${spec.maxTokens}/nfkc-${text}`;
}
