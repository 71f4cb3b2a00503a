import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { PACKAGE_ROOT } from './config.ts';
import { InvalidInputError, XiaoerError } from './domain/errors.ts';
import type { Language } from './domain/understanding.ts';
import type { Intent } from './intents/intent.ts';
import { type IntentCatalogue, loadIntentCatalogue, trainingExamples } from './intents/intent-catalogue.ts';
import { createIntentClassifier, type IntentClassifier } from './intents/intent-classifier.ts';
import type { IntentModel } from './intents/intent-model.ts';
import { INTENT_MODEL_VERSION, readIntentModel, serializeIntentModel } from './intents/intent-model-file.ts';
import { type LabelledText, trainingTexts } from './intents/train-intent-model.ts';
import { trainWithVectors, type VectorTraining } from './intents/train-with-vectors.ts';
import type { TrainingTask } from './intents/training-process.ts';
import type { Embedder } from './ports/embedder.ts';
import { readVectorFile, writeVectorFile } from './retrieval/vector-file.ts';
import { createPace } from './system/create-pace.ts';
import { writeFileWhole } from './system/write-file-whole.ts';

/**
 * So many examples are embedded at a time: all at once, their vectors would be held two and three times over. Fewer new
 * ones than that do not make the file of vectors be written anew.
 */
const BATCH = 64;
const NO_TOKENS = new Float32Array(0);

/** The shop's intents and a classifier a language. */
export interface IntentService {
  readonly catalogue: IntentCatalogue;
  readonly classifiers: ReadonlyMap<Language, IntentClassifier>;
  /** Names what each classifier was trained from: the same id gives the same ranks. */
  readonly ids: ReadonlyMap<Language, string>;
  readonly byName: ReadonlyMap<string, Intent>;
}

/** The catalogue of the knowledge folder, or the one that ships with the product when the folder has none. */
export async function loadShopIntents(knowledgeFolder: string, previous?: IntentCatalogue): Promise<IntentCatalogue> {
  const own = await loadIntentCatalogue(join(knowledgeFolder, 'intents'), previous);
  if (own.intents.length > 0 || own.problems.length > 0) return own;
  return loadIntentCatalogue(join(PACKAGE_ROOT, 'knowledge/intents'), previous);
}

/**
 * Trains what neither `previous` nor the cache holds, each language in a process of its own, so that the server goes on
 * answering.
 */
export async function trainIntents(
  catalogue: IntentCatalogue,
  embedders: ReadonlyMap<Language, Embedder>,
  cacheDirectory: string,
  previous?: IntentService,
): Promise<IntentService> {
  const classifiers = new Map<Language, IntentClassifier>();
  const ids = new Map<Language, string>();
  await Promise.all(
    [...embedders].map(async ([language, embedder]) => {
      const examples = trainingExamples(catalogue.intents, language);
      if (new Set(examples.map(({ label }) => label)).size < 2) return;
      const id = trainingId(examples, embedder);
      const known = previous?.ids.get(language) === id ? previous.classifiers.get(language) : undefined;
      const train = async () => {
        const model = await trainedModel(id, examples, embedder, cacheDirectory);
        // What comes next takes a few milliseconds, too.
        await createPace()();
        return createIntentClassifier(model, embedder);
      };
      classifiers.set(language, known ?? (await train()));
      ids.set(language, id);
    }),
  );
  const byName = new Map(catalogue.intents.map((intent) => [intent.name, intent]));
  return { catalogue, classifiers, ids, byName };
}

/** `loadShopIntents` and `trainIntents` in one. */
export async function openIntentService(
  knowledgeFolder: string,
  embedders: ReadonlyMap<Language, Embedder>,
  cacheDirectory: string,
): Promise<IntentService> {
  return trainIntents(await loadShopIntents(knowledgeFolder), embedders, cacheDirectory);
}

function trainingId(examples: readonly LabelledText[], embedder: Embedder): string {
  const said = JSON.stringify([INTENT_MODEL_VERSION, embedder.id, examples]);
  return createHash('sha256').update(said).digest('hex').slice(0, 16);
}

async function trainedModel(
  id: string,
  examples: readonly LabelledText[],
  embedder: Embedder,
  cacheDirectory: string,
): Promise<IntentModel> {
  const prefix = `intents-${embedder.language}-`;
  const file = join(cacheDirectory, `${prefix}${id}.model`);
  const cached = await readModel(file);
  if (cached) return cached;
  await train(examples, embedder, file);
  const outdated = (await readdir(cacheDirectory)).filter(
    (name) => name.startsWith(prefix) && name.endsWith('.model') && !file.endsWith(name),
  );
  await Promise.all(outdated.map((name) => rm(join(cacheDirectory, name), { force: true })));
  return readIntentModel(file);
}

/** Embeds here, where the models are, and trains apart. @param file where the model is written */
async function train(examples: readonly LabelledText[], embedder: Embedder, file: string): Promise<void> {
  const { id: embedderId, dimensions, language } = embedder;
  const texts = await trainingTexts(examples, language);
  const vectors = await embedAll(texts, embedder, join(dirname(file), `intents-${language}.examples`));
  const training: VectorTraining = { examples, embedderId, dimensions, language, texts, vectors };
  // Compiled files only, like the threads: tests and training scripts run the sources and can wait.
  if (import.meta.url.endsWith('.js')) await trainApart({ training, file });
  else await writeFileWhole(file, serializeIntentModel(await trainWithVectors(training)));
}

/**
 * In a process that ends with it: a thread leaves 80 MB behind that the C library does not give back.
 * @throws XiaoerError with code `training_failed` when it ends without a model
 */
async function trainApart(task: TrainingTask): Promise<void> {
  const thread = new Worker(new URL('./intents/training-thread.js', import.meta.url), {
    workerData: task,
    transferList: [task.training.vectors.buffer],
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  });
  const [code] = await once(thread, 'exit');
  if (code !== 0) throw new XiaoerError('training_failed', `the process that trains intents ended with ${code}`);
}

/**
 * Their vectors, row by row. Those of the last training lie in a file, so that an edit of one example embeds that one: the
 * others took ten seconds of the processor, while customers waited for it as well.
 */
async function embedAll(
  texts: readonly string[],
  embedder: Embedder,
  path: string,
): Promise<Float32Array<ArrayBuffer>> {
  const { id, dimensions } = embedder;
  const known = await readVectorFile(path, id);
  const missing = texts.filter((text) => !known.has(text));
  const vectors = new Float32Array(texts.length * dimensions);
  const rows = new Map(texts.map((text, row) => [text, vectors.subarray(row * dimensions, (row + 1) * dimensions)]));
  const pace = createPace();
  for (const [text, row] of rows) {
    await pace();
    const vector = known.get(text)?.sentence;
    if (vector) row.set(vector);
  }
  for (let start = 0; start < missing.length; start += BATCH) {
    const batch = missing.slice(start, start + BATCH);
    const found = await embedder.embed(batch, 'classify');
    for (const [at, text] of batch.entries()) rows.get(text)?.set(found[at]);
  }
  if (missing.length >= BATCH) {
    const entries = [...rows].map(([text, row]) => [text, { sentence: row, context: row, tokens: NO_TOKENS }] as const);
    await writeVectorFile(path, id, new Map(entries));
  }
  return vectors;
}

/** Undefined when there is no such file, or a damaged one: it is then trained again. */
async function readModel(file: string): Promise<IntentModel | undefined> {
  try {
    return await readIntentModel(file);
  } catch (error) {
    if (error instanceof InvalidInputError || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
