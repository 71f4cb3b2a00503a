import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { PACKAGE_ROOT } from './config.ts';
import { InvalidInputError } from './domain/errors.ts';
import type { Language } from './domain/understanding.ts';
import type { Intent } from './intents/intent.ts';
import { type IntentCatalogue, loadIntentCatalogue, trainingExamples } from './intents/intent-catalogue.ts';
import { createIntentClassifier, type IntentClassifier } from './intents/intent-classifier.ts';
import type { IntentModel } from './intents/intent-model.ts';
import { deserializeIntentModel, INTENT_MODEL_VERSION, serializeIntentModel } from './intents/intent-model-file.ts';
import { type LabelledText, trainingTexts } from './intents/train-intent-model.ts';
import { trainWithVectors, type VectorTraining } from './intents/train-with-vectors.ts';
import type { Embedder } from './ports/embedder.ts';

/** The shop's intents and a classifier a language. */
export interface IntentService {
  readonly catalogue: IntentCatalogue;
  readonly classifiers: ReadonlyMap<Language, IntentClassifier>;
  readonly byName: ReadonlyMap<string, Intent>;
}

/**
 * Reads the catalogue of the knowledge folder, or the one that ships with the product when the folder has none, and
 * trains what the cache does not hold, each language in a thread of its own.
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
  await Promise.all(
    [...embedders].map(async ([language, embedder]) => {
      const model = await trainedModel(catalogue.intents, language, embedder, cacheDirectory);
      if (model) classifiers.set(language, createIntentClassifier(model, embedder));
    }),
  );
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
    .update(JSON.stringify([INTENT_MODEL_VERSION, embedder.id, examples]))
    .digest('hex')
    .slice(0, 16);
  const prefix = `intents-${language}-`;
  const file = join(cacheDirectory, `${prefix}${hash}.model`);
  const cached = await readModel(file);
  if (cached) return cached;
  const bytes = await train(examples, language, embedder);
  await mkdir(cacheDirectory, { recursive: true });
  const temporary = `${file}.${process.pid}.partial`;
  await writeFile(temporary, bytes);
  await rename(temporary, file);
  const outdated = (await readdir(cacheDirectory)).filter(
    (name) => name.startsWith(prefix) && name.endsWith('.model') && !file.endsWith(name),
  );
  await Promise.all(outdated.map((name) => rm(join(cacheDirectory, name), { force: true })));
  return deserializeIntentModel(bytes);
}

/** Embeds here, where the models are, and trains in a thread of its own, so that the server goes on answering. */
async function train(examples: readonly LabelledText[], language: Language, embedder: Embedder): Promise<Uint8Array> {
  const texts = [...new Set(trainingTexts(examples, language))];
  const embedded = await embedder.embed(texts, 'classify');
  const vectors = new Map(texts.map((text, index) => [text, embedded[index]]));
  const { id: embedderId, dimensions } = embedder;
  const training: VectorTraining = { examples, embedderId, dimensions, language, vectors };
  // Threads run compiled files only; tests and training scripts run the sources and can wait.
  if (!import.meta.url.endsWith('.js')) return serializeIntentModel(await trainWithVectors(training));
  const worker = new Worker(new URL('./intents/training-worker.js', import.meta.url), { workerData: training });
  const [bytes] = await once(worker, 'message');
  return bytes;
}

/** Undefined when there is no such file, or a damaged one: it is then trained again. */
async function readModel(file: string): Promise<IntentModel | undefined> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!bytes) return undefined;
  try {
    return deserializeIntentModel(bytes);
  } catch (error) {
    if (error instanceof InvalidInputError) return undefined;
    throw error;
  }
}
