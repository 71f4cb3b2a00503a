import type { Embedder, TokenEmbedder } from '../../ports/embedder.ts';
import type { PassageReader } from '../../ports/passage-reader.ts';
import type { ModelSpec } from '../models/model-spec.ts';
import { embedderId, type TransformersEmbedder } from './transformers-embedder.ts';

/**
 * An embedder that is named at once and works once it is loaded: calls wait for it, and fail as loading does. What a
 * former start has kept of its vectors is found by its name.
 */
export function embedderWhenLoaded(spec: ModelSpec, loading: Promise<TransformersEmbedder>): Embedder & TokenEmbedder {
  return {
    id: embedderId(spec),
    dimensions: spec.dimensions,
    language: spec.language,
    embed: async (texts, role) => (await loading).embed(texts, role),
    embedTokens: async (texts) => (await loading).embedTokens(texts),
    // Its threads are shared, and closed by whoever made them.
    close: async () => {},
  };
}

/** The same of a reader. */
export function readerWhenLoaded(loading: Promise<PassageReader>): PassageReader {
  return { read: async (question, passage) => (await loading).read(question, passage) };
}
