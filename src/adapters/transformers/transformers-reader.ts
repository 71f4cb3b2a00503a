import { join } from 'node:path';
import type { PassageReader, ReadablePassage } from '../../ports/passage-reader.ts';
import type { ModelSpec } from '../models/model-spec.ts';
import type { EmbeddingPool } from './embedding-pool.ts';
import type { ReadTask, WorkerModel } from './embedding-worker.js';
import { prepareText } from './prepare-text.ts';
import { placeReader, readReaderWeights } from './reader-weights.ts';

/** What a reader is made of. */
export interface TransformersReaderOptions {
  /** The embedder whose file is patched, as it runs on this machine, and its description. */
  readonly model: WorkerModel;
  readonly spec: ModelSpec;
  /** Threads shared with the embedder. */
  readonly pool: EmbeddingPool;
  /** Folder that keeps the reader's ONNX file. */
  readonly folder: string;
}

/**
 * A cross-encoder in the embedder's threads. It is loaded there before this resolves, so that no customer waits for it.
 * @throws XiaoerError with code `reader_weights` when the weights do not belong to the embedder.
 */
export async function createTransformersReader({
  model,
  spec,
  pool,
  folder,
}: TransformersReaderOptions): Promise<PassageReader> {
  const weights = readReaderWeights(spec.language);
  const name = await placeReader(spec.language, weights, join(model.directory, model.weights), folder);
  const weightsFile = join(folder, name);
  const reader: WorkerModel = { ...model, key: `${model.key}:reader`, weightsFile, firstStateOnly: true };
  const fixed: Pick<ReadTask, 'model' | 'limits' | 'head'> = {
    model: reader,
    limits: { question: weights.questionTokens, passage: weights.passageTokens },
    head: { weights: weights.head, intercept: weights.intercept },
  };
  const prepare = (text: string) => prepareText(text, 'classify', spec);
  const prepared = ({ title, heading, sampleQuestion, sentences, best }: ReadablePassage): ReadablePassage => ({
    title: prepare(title),
    heading: heading && prepare(heading),
    sampleQuestion: sampleQuestion && prepare(sampleQuestion),
    sentences: sentences.map(prepare),
    best,
  });
  const read = async (question: string, passage: ReadablePassage) => {
    pool.admit(1);
    return pool.read({ ...fixed, question: prepare(question), passage: prepared(passage) }, 'interactive');
  };
  await Promise.all(Array.from({ length: pool.threads }, () => read('?', { title: '?', sentences: [], best: -1 })));
  return { read };
}
