import type { Embedder, EmbeddingRole, TokenEmbedder, TokenEmbedding } from '../../ports/embedder.ts';
import type { PassageReader } from '../../ports/passage-reader.ts';
import type { ModelSpec } from '../models/model-spec.ts';
import { createEmbeddingPool, type EmbeddingPool, type EmbeddingPoolOptions } from './embedding-pool.ts';
import { prepareText } from './prepare-text.ts';
import { RememberedPasses } from './remembered-passes.ts';
import { selfTest } from './self-test.ts';
import { isLarge, laneOf, submitInOrder } from './submit-in-order.ts';
import { createTransformersReader } from './transformers-reader.ts';
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
  const model = await selfTest(spec, workerModel(spec, modelDir), pool, options.onNotice).catch(async (error) => {
    if (!options.pool) await pool.close();
    throw error;
  });

  const passes = new RememberedPasses((text, lane, tokens) => pool.run({ model, text, tokens }, lane), cacheSize);
  /** Texts of large calls are not kept: an index would only push out what customers say, and holds its vectors itself. */
  const askedBy = (texts: readonly string[], role: EmbeddingRole) => ({
    lane: laneOf(texts, role),
    keep: !isLarge(texts),
  });

  return {
    id: embedderId(spec),
    dimensions: spec.dimensions,
    language: spec.language,
    async embed(texts, role) {
      const prepared = texts.map((text) => prepareText(text, role, spec));
      const asked = askedBy(texts, role);
      const isKnown = (text: string) => passes.isKnown(text);
      // A message that is classified is searched for next, by its tokens: they come from the same pass.
      const isMessage = role === 'classify' && asked.keep;
      const vectors = await submitInOrder(prepared, { lane: asked.lane, pool, isKnown }, async (text) => {
        if (isMessage && !isKnown(text)) return (await passes.tokens(text, asked)).sentence;
        return passes.sentence(text, asked);
      });
      // A copy: a caller that writes into its vector must not change what others are given.
      return vectors.map((vector) => vector.slice());
    },
    async embedTokens(texts) {
      const prepared = texts.map((text) => prepareText(text, 'classify', spec));
      const asked = askedBy(texts, 'classify');
      return submitInOrder(prepared, { lane: asked.lane, pool }, async (text): Promise<TokenEmbedding> => {
        const { tokens, vectors, sentence } = await passes.tokens(text, asked);
        if (!asked.keep) return { tokens, vectors, sentence };
        return { tokens, vectors: vectors.slice(), sentence: sentence.slice() };
      });
    },
    openReader: (folder) => createTransformersReader({ model, spec, pool, folder }),
    close: async () => {
      if (!options.pool) await pool.close();
    },
  };
}

/** Everything that changes a vector: weights, pooling, length and preprocessing. */
export function embedderId(spec: ModelSpec): string {
  const weights = spec.files.map((file) => file.versions[0].sha256.slice(0, 12)).join('+');
  const { query, passage, classify } = spec.prefixes;
  const text = `${spec.lowerCase ? 'lower' : 'cased'}:${[query, passage, classify].map(encodeURIComponent).join(':')}`;
  return `${spec.name}/${weights}/${spec.pooling}/${spec.maxTokens}/nfkc-${text}`;
}
