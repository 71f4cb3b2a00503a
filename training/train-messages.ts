/**
 * Trains src/escalation/weights/message-<language>.json, the models of mood and needs, on training/sentiment, training/needs,
 * the intent catalogue and the invented shops' questions, writes the memory of these texts, weights/<language>-moods.*, and
 * prints the best F1 of five-fold
 * cross-validation. The mood of English also learns from GoEmotions when it is given: JSONL of {"text", "label"}, where
 * "angry" stands for its anger and annoyance and "other" for the rest.
 *
 *     npx tsx training/train-messages.ts zh
 *     npx tsx training/train-messages.ts en goemotions.train.jsonl
 *
 * The same texts give the same file.
 */
import { writeFileSync } from 'node:fs';
import {
  MessageMemory,
  type MessageMemoryFile,
  type MessageMemoryRows,
  READINGS,
} from '../src/escalation/message-memory.ts';
import { packModel } from '../src/escalation/model-weights.ts';
import { normalizeText } from '../src/text/normalize-text.ts';
import { fitMessageModels } from './message/fit-message-models.ts';
import { readTrainingTexts } from './message/read-training-texts.ts';
import { openEmbedder } from './open-embedders.ts';
import { joinSections, packRows } from './pack-rows.ts';

/** Texts sent to the embedder at once. */
const BATCH = 256;
/** A quarter to a third of the embedders' dimensions finds as much as all of them. */
const WIDTH = 128;
/** What a label of 1 is kept as. */
const LABEL = 100;

const [given, foreign] = process.argv.slice(2);
const language = given === 'en' ? 'en' : 'zh';
const texts = readTrainingTexts(
  {
    moods: `training/sentiment/${language}.jsonl`,
    needs: `training/needs/${language}.jsonl`,
    intents: 'knowledge/intents',
    shops: 'training/shops',
    foreign,
  },
  language,
);

const embedder = await openEmbedder(language);
const embeddings: Float32Array[] = [];
for (let start = 0; start < texts.length; start += BATCH) {
  const batch = texts.slice(start, start + BATCH).map(({ text }) => normalizeText(text));
  embeddings.push(...(await embedder.embed(batch, 'classify')));
}
await embedder.close();

const { file, rows } = remember();
writeFileSync(`weights/${language}-moods.json`, `${JSON.stringify(file)}\n`);
writeFileSync(`weights/${language}-moods.bin`, joinSections([rows.mean, rows.axes, rows.texts, rows.labels]));

const { models, reports } = fitMessageModels(
  texts.map((text, i) => ({ ...text, embedding: embeddings[i] })),
  language,
  new MessageMemory(file, rows),
);
const packed = Object.fromEntries(Object.entries(models).map(([name, model]) => [name, packModel(model)]));
writeFileSync(`src/escalation/weights/message-${language}.json`, `${JSON.stringify(packed)}\n`);
console.log(JSON.stringify(reports, undefined, 1));

/** All texts but the foreign ones, which come last and are no messages to a shop. */
function remember(): { file: MessageMemoryFile; rows: MessageMemoryRows } {
  const own = texts.filter(({ foreign: isForeign }) => !isForeign);
  const { means, axes, rows: packedRows, scale } = packRows([embeddings.slice(0, own.length)], WIDTH);
  const labels = own.flatMap(({ labels: said }) => READINGS.map((name) => Math.round(LABEL * (said[name] ?? 0))));
  const { id: model, dimensions } = embedder;
  return {
    file: { model, dimensions, width: WIDTH, texts: own.length, readings: [...READINGS], scale },
    rows: { mean: means[0], axes, texts: packedRows[0], labels: Int8Array.from(labels) },
  };
}
