import { join } from 'node:path';
import { remark } from '../../src/cli/print.ts';
import { labelledText, readJsonLines } from '../../src/cli/read-json-lines.ts';
import type { Language } from '../../src/domain/understanding.ts';
import type { Embedder } from '../../src/ports/embedder.ts';
import { guessByCleaning, guessByRobustLoss } from './intent-noise.ts';
import { guessWithoutParts } from './intent-parts.ts';
import { guessByProduct } from './intent-product.ts';
import { guessByProbability } from './intent-rejection.ts';
import { INTENT_COLUMNS, type IntentGuesses, intentRow } from './intent-row.ts';
import { featuriseSet, type IntentSet } from './intent-set.ts';
import { guessByViews } from './intent-views.ts';
import type { Leaderboard, LeaderboardRow } from './leaderboard-row.ts';
import { guessByNlpjs } from './peer-nlpjs.ts';
import { rememberVectors } from './remember-vectors.ts';

const SETS: readonly { name: string; train: string; test: string; language: Language; oos?: string }[] = [
  { name: 'taobao', train: 'train', test: 'dev', language: 'zh' },
  { name: 'sofmattress', train: 'train', test: 'test', language: 'en', oos: 'oos' },
  { name: 'clinc150', train: 'train', test: 'test', language: 'en', oos: 'oos' },
];

const INTRODUCTION = `*Right*: the best intent is the labelled one, of the messages that have one, whatever is rejected. *Right and answered*: the
same, rejections counting as wrong. *Oos*: recall and precision of what is taken to be out of scope. *Macro-F1* and
*Matthews* count every message. Ideas that reject nothing have no figures where rejecting is what is measured. Taobao's
labels are wrong in a good share of the messages, those of the dev file included, so that nobody gets near 1 there. Embedding
is done once and counted for every idea that needs it.`;

/** Every idea about intents on every set. */
export async function measureIntents(
  dataFolder: string,
  embedders: ReadonlyMap<Language, Embedder>,
): Promise<Leaderboard> {
  const rows: LeaderboardRow[] = [];
  for (const { name, train, test, language, oos } of SETS) {
    const read = (part: string) => readJsonLines(join(dataFolder, 'intents', `${name}.${part}.jsonl`), labelledText);
    const split = `${name}.${train} → ${name}.${test}`;
    rows.push(
      ...(await measureSet({ split, language, oos, train: await read(train), test: await read(test) }, embedders)),
    );
  }
  return { task: 'intents', title: 'Intents', introduction: INTRODUCTION, columns: INTENT_COLUMNS, rows };
}

async function measureSet(set: IntentSet, embedders: ReadonlyMap<Language, Embedder>): Promise<LeaderboardRow[]> {
  const embedder = rememberVectors(embedders.get(set.language) as Embedder);
  const rows: LeaderboardRow[] = [];
  const add = <Guesses extends IntentGuesses>(guesses: Guesses): Guesses => {
    remark(`measured: ${set.split}: ${guesses.idea}`);
    rows.push(intentRow(set, guesses));
    return guesses;
  };
  const featurised = await featuriseSet(set, embedder);
  for (const guesses of await guessByViews(featurised)) add(guesses);
  add(await guessByRobustLoss(featurised));
  add(await guessByCleaning(featurised));
  const product = add(await guessByProduct(set, embedder));
  for (const guesses of await guessWithoutParts(featurised, embedder, product)) add(guesses);
  if (set.oos !== undefined) add(await guessByProbability(featurised, embedder, product));
  add(await guessByNlpjs(set));
  return rows;
}
