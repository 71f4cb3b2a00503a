import { z } from 'zod';

/** Settings of a hosted or self-hosted service with an OpenAI-compatible `/embeddings`. */
export const openAiEmbedderSettings = z.object({
  baseUrl: z.url().default('https://api.openai.com/v1'),
  model: z.string().min(1),
  language: z.enum(['zh', 'en']),
  dimensions: z.int().positive(),
  /** Ask the service to shorten vectors to `dimensions`; only some models can. */
  shorten: z.boolean().default(false),
  prefixes: z
    .object({ query: z.string().default(''), passage: z.string().default(''), classify: z.string().default('') })
    .default({ query: '', passage: '', classify: '' }),
  batchSize: z.int().min(1).max(2048).default(64),
  /** Retries of a request that met 408, 409, 429, 5xx or a broken connection, with growing pauses. */
  maxRetries: z.int().min(0).default(3),
  timeoutMs: z.int().positive().default(30_000),
  cacheSize: z.int().min(1).default(5_000),
});

/** Settings with their defaults filled in. */
export type OpenAiEmbedderSettings = z.infer<typeof openAiEmbedderSettings>;
