import type { ModelStore } from './model-store.ts';

/** A row of `xiaoer models list`, and of what `pull` did. */
export interface ModelListing {
  readonly name: string;
  readonly language: string;
  readonly author: string;
  readonly licence: string;
  readonly homepage: string;
  readonly present: boolean;
  /** Folder of the files; absent when they are not here. */
  readonly path?: string;
  /** Size of the files, on disk or to be fetched. */
  readonly bytes: number;
}

/** What the store knows and which of it is on disk; asks no network. */
export function listModels(store: ModelStore): Promise<ModelListing[]> {
  return Promise.all(store.models.map((spec) => listing(store, spec.name)));
}

/**
 * Fetches the named models, or all, at once: a hub that does not answer costs its timeout once.
 * @throws ModelUnavailableError when no source delivers one of them.
 */
export async function pullModels(store: ModelStore, names?: readonly string[]): Promise<ModelListing[]> {
  const wanted = names?.length ? names : store.models.map((spec) => spec.name);
  await Promise.all(wanted.map((name) => store.ensure(name)));
  return Promise.all(wanted.map((name) => listing(store, name)));
}

async function listing(store: ModelStore, name: string): Promise<ModelListing> {
  const found = await store.find(name);
  const spec = found?.spec ?? store.models.find((model) => model.name === name);
  if (!spec) throw new Error(`unreachable: find() refuses unknown names such as ${name}`);
  const { language, author, licence, homepage } = spec;
  const bytes = spec.files.reduce((sum, file) => sum + file.versions[0].bytes, 0);
  return { name, language, author, licence, homepage, present: found !== undefined, path: found?.directory, bytes };
}
