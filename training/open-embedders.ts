import { homedir } from 'node:os';
import { defaultCacheDirectory } from '../src/adapters/models/default-cache-directory.ts';
import { createModelStore } from '../src/adapters/models/model-store.ts';
import { createTransformersEmbedder } from '../src/adapters/transformers/transformers-embedder.ts';
import type { Language } from '../src/domain/understanding.ts';

const MODELS: Record<Language, string> = { zh: 'bge-small-zh-v1.5', en: 'all-MiniLM-L6-v2' };

/** The embedder that the server uses by default for a language; weights come from the model store. */
export async function openEmbedder(language: Language) {
  const store = createModelStore({
    localDirectory: process.env.XIAOER_MODELS,
    cacheDirectory: defaultCacheDirectory(homedir(), process.env.XDG_CACHE_HOME),
  });
  const { directory, spec } = await store.ensure(MODELS[language]);
  return createTransformersEmbedder({ modelDir: directory, spec, threads: 2 });
}
