import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { PACKAGE_ROOT } from './config.ts';
import type { Language } from './domain/understanding.ts';
import type { Intent } from './intents/intent.ts';
import { type IntentCatalogue, loadIntentCatalogue, trainingExamples } from './intents/intent-catalogue.ts';
import { createIntentClassifier, type IntentClassifier } from './intents/intent-classifier.ts';
import type { IntentModel } from './intents/intent-model.ts';
import { trainIntentModel } from './intents/train-intent-model.ts';
import type { Embedder } from './ports/embedder.ts';

/** Raised when training itself changes, so that a cached model of an older release is not used. */
const TRAINING_VERSION = 1;

/** The shop's intents and a classifier a language. */
export interface IntentService {
  readonly catalogue: IntentCatalogue;
  readonly classifiers: ReadonlyMap<Language, IntentClassifier>;
  readonly byName: ReadonlyMap<string, Intent>;
}

/**
 * Reads the catalogue of the knowledge folder, or the one that ships with the product when the folder has none, and
 * trains what the cache does not hold. Training takes seconds and holds the event loop: call it before serving.
 */
export async function openIntentService(
  knowledgeFolder: string,
  embedders: ReadonlyMap<Language, Embedder>,
  cacheDirectory: string,
): Promise<IntentService> {
  const own = await loadIntentCatalogue(join(knowledgeFolder, 'intents'));
  const catalogue =
    own.intents.length > 0 || own.problems.length > 0
      ? own
      : await loadIntentCatalogue(join(PACKAGE_ROOT, 'knowledge/intents'));
  const classifiers = new Map<Language, IntentClassifier>();
  for (const [language, embedder] of embedders) {
    const model = await trainedModel(catalogue.intents, language, embedder, cacheDirectory);
    if (model) classifiers.set(language, createIntentClassifier(model, embedder));
  }
  const byName = new Map(catalogue.intents.map((intent) => [intent.name, intent]));
  return { catalogue, classifiers, byName };
}

async function trainedModel(
  intents: readonly Intent[],
  language: Language,
  embedder: Embedder,
  cacheDirectory: string,
): Promise<IntentModel | undefined> {
  const examples = trainingExamples(intents, language);
  if (new Set(examples.map(({ label }) => label)).size < 2) return undefined;
  const hash = createHash('sha256')
    .update(JSON.stringify([TRAINING_VERSION, embedder.id, examples]))
    .digest('hex')
    .slice(0, 16);
  const prefix = `intents-${language}-`;
  const file = join(cacheDirectory, `${prefix}${hash}.model`);
  const cached = await readModel(file);
  if (cached) return cached;
  const model = await trainIntentModel(examples, embedder);
  await mkdir(cacheDirectory, { recursive: true });
  const temporary = `${file}.${process.pid}.partial`;
  await writeFile(temporary, serialize(model));
  await rename(temporary, file);
  const outdated = (await readdir(cacheDirectory)).filter(
    (name) => name.startsWith(prefix) && name.endsWith('.model') && !file.endsWith(name),
  );
  await Promise.all(outdated.map((name) => rm(join(cacheDirectory, name), { force: true })));
  return model;
}

/** Undefined when there is no such file, or one that another version of Node.js wrote: it is then trained again. */
async function readModel(file: string): Promise<IntentModel | undefined> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!bytes) return undefined;
  try {
    return deserialize(bytes) as IntentModel;
  } catch {
    return undefined;
  }
}
