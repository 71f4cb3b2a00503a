import { LRUCache } from 'lru-cache';
import OpenAI, { APIConnectionError, APIError } from 'openai';
import { z } from 'zod';
import { XiaoerError } from '../../domain/errors.ts';
import type { Embedder, EmbeddingRole } from '../../ports/embedder.ts';
import type { OpenAiEmbedderSettings } from './openai-embedder-settings.ts';

const embeddingsResponse = z.object({
  data: z.array(z.object({ index: z.int().min(0), embedding: z.array(z.number()) })),
});

/** The service refused, or answered something that is not what was asked for. */
class EmbeddingServiceError extends XiaoerError {
  constructor(message: string, options: { cause?: unknown; isRetryable?: boolean } = {}) {
    super('embedding_service', message, options);
  }
}

/**
 * An embedder over an OpenAI-compatible service.
 * @param apiKey sent as a bearer token; services without one take any string.
 */
export function createOpenAiEmbedder(settings: OpenAiEmbedderSettings, apiKey: string): Embedder {
  const { baseUrl, model, dimensions, batchSize, maxRetries, timeoutMs } = settings;
  const client = new OpenAI({ apiKey, baseURL: baseUrl, maxRetries, timeout: timeoutMs });
  const cache = new LRUCache<string, Float32Array>({ max: settings.cacheSize });

  async function request(input: string[]): Promise<Float32Array[]> {
    const body = { model, input, encoding_format: 'float' as const, ...(settings.shorten ? { dimensions } : {}) };
    const response = await client.embeddings.create(body).catch((error: unknown) => {
      throw serviceError(error);
    });
    return readVectors(response, input.length, dimensions);
  }

  return {
    id: `openai/${new URL(baseUrl).host}/${model}/${dimensions}/${JSON.stringify(settings.prefixes)}`,
    dimensions,
    language: settings.language,
    async embed(texts, role) {
      const prepared = texts.map((text) => prepare(text, role, settings));
      const found = new Map(prepared.map((text) => [text, cache.get(text)]));
      const missing = [...found.keys()].filter((text) => found.get(text) === undefined);
      for (let start = 0; start < missing.length; start += batchSize) {
        const batch = missing.slice(start, start + batchSize);
        const vectors = await request(batch);
        batch.forEach((text, at) => {
          found.set(text, vectors[at]);
          cache.set(text, vectors[at]);
        });
      }
      return prepared.map((text) => (found.get(text) as Float32Array).slice());
    },
    close: async () => {},
  };
}

/** Services refuse the empty string; a space means as little. */
function prepare(text: string, role: EmbeddingRole, settings: OpenAiEmbedderSettings): string {
  return settings.prefixes[role] + (text.normalize('NFKC').trim() || ' ');
}

function readVectors(response: unknown, count: number, dimensions: number): Float32Array[] {
  const parsed = embeddingsResponse.safeParse(response);
  if (!parsed.success) {
    throw new EmbeddingServiceError(`The embedding service answered another shape: ${z.prettifyError(parsed.error)}`);
  }
  const rows = parsed.data.data.sort((left, right) => left.index - right.index);
  const wrong = rows.find((row, at) => row.index !== at || row.embedding.length !== dimensions);
  if (rows.length !== count || wrong) {
    throw new EmbeddingServiceError(
      `The embedding service gave ${rows.length} vectors of ${rows[0]?.embedding.length ?? 0} dimensions, ` +
        `asked for ${count} of ${dimensions}`,
    );
  }
  return rows.map((row) => unit(row.embedding));
}

function unit(values: readonly number[]): Float32Array {
  const length = Math.hypot(...values) || 1;
  return Float32Array.from(values, (value) => value / length);
}

/** Retries are spent by now; what is left is whether asking later can help. */
function serviceError(error: unknown): EmbeddingServiceError {
  if (error instanceof APIConnectionError) {
    return new EmbeddingServiceError('The embedding service cannot be reached', { cause: error, isRetryable: true });
  }
  const status = error instanceof APIError ? error.status : undefined;
  return new EmbeddingServiceError(`The embedding service refused with status ${status ?? 'unknown'}`, {
    cause: error,
    isRetryable: status === 429 || (status ?? 0) >= 500,
  });
}
