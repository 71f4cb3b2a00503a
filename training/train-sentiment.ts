/**
 * Trains src/escalation/weights/anger-<language>.json on training/sentiment, the intent catalogue and the invented
 * shops' questions, and prints the best F1 of five-fold cross-validation. English also learns from GoEmotions when it
 * is given: JSONL of {"text", "label"}, where "angry" stands for its anger and annoyance and "other" for the rest.
 *
 *     npx tsx training/train-sentiment.ts zh
 *     npx tsx training/train-sentiment.ts en goemotions.train.jsonl
 *
 * Afterwards `npm run format`; the same texts give the same file.
 */
import { writeFileSync } from 'node:fs';
import { packAngerModel } from '../src/escalation/anger-weights.ts';
import { fitAngerModel } from './anger/fit-anger-model.ts';
import { readTrainingTexts } from './anger/read-training-texts.ts';
import { openEmbedder } from './open-embedders.ts';

/** Texts sent to the embedder at once. */
const BATCH = 256;

const [given, foreign] = process.argv.slice(2);
const language = given === 'en' ? 'en' : 'zh';
const labelled = `training/sentiment/${language}.jsonl`;
const texts = readTrainingTexts({ labelled, intents: 'knowledge/intents', shops: 'training/shops', foreign }, language);

const embedder = await openEmbedder(language);
const embeddings: Float32Array[] = [];
for (let start = 0; start < texts.length; start += BATCH) {
  const batch = texts.slice(start, start + BATCH).map(({ text }) => text);
  embeddings.push(...(await embedder.embed(batch, 'classify')));
}
await embedder.close();

const { model, report } = fitAngerModel(
  texts.map((text, i) => ({ ...text, embedding: embeddings[i] })),
  language,
);
writeFileSync(`src/escalation/weights/anger-${language}.json`, `${JSON.stringify(packAngerModel(model))}\n`);
console.log(JSON.stringify(report, undefined, 2));
