import { writeFileSync } from 'node:fs';
import type { Language } from '../domain/understanding.ts';
import type { Embedder } from '../ports/embedder.ts';
import { packAngerModel } from './anger-weights.ts';
import { readTrainingTexts, type TrainingSources } from './read-training-texts.ts';
import { type TrainingReport, trainSentiment } from './train-sentiment.ts';

/** Texts sent to the embedder at once. */
const BATCH = 64;

/**
 * Fits one language's anger model and writes it to `out` as one line of JSON: the whole of what ships.
 * @param embedder the language's built-in embedder, whose vectors the second head is fitted on
 */
export async function trainSentimentFiles(
  sources: TrainingSources,
  language: Language,
  { embedder, out }: { embedder: Pick<Embedder, 'embed'>; out: string },
): Promise<TrainingReport> {
  const texts = readTrainingTexts(sources, language);
  const embeddings: Float32Array[] = [];
  for (let start = 0; start < texts.length; start += BATCH) {
    const batch = texts.slice(start, start + BATCH).map(({ text }) => text);
    embeddings.push(...(await embedder.embed(batch, 'classify')));
  }
  const { model, report } = trainSentiment(
    texts.map((text, i) => ({ ...text, embedding: embeddings[i] })),
    language,
  );
  writeFileSync(out, `${JSON.stringify(packAngerModel(model))}\n`);
  return report;
}
