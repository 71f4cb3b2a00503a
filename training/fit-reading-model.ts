/**
 * Fits weights/reading-model.json, the second judgement, on the shops that neither the first judgement nor the reader was
 * trained on (training/reader/held-out.txt), with the very models that ship; says first what share of answerable messages is
 * settled in them with and without reading, leaving the shop at hand out of the fit.
 *
 *     npx tsx training/fit-reading-model.ts
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import type { Language } from '../src/domain/understanding.ts';
import { type RankedMatches, readAnswerModel } from '../src/retrieval/answer-model.ts';
import { readAttentionModel } from '../src/retrieval/attention-model.ts';
import type { LinearModel } from '../src/retrieval/linear-model.ts';
import { withAttention } from '../src/retrieval/match-features.ts';
import {
  READING_FEATURES,
  ReadingModel,
  type ReadingModelFile,
  readingFeatures,
} from '../src/retrieval/reading-model.ts';
import { isShownRight } from './fit-answer-model.ts';
import { heldOutShops } from './held-out-shops.ts';
import { type Example, fitLogisticRegression } from './logistic-regression.ts';
import { matchShops } from './match-shops.ts';
import { openEmbedder } from './open-embedders.ts';
import { type Judged, kindOf, printSettled } from './settled-share.ts';

const PENALTY = 1;
/** Wider limits settle no more and read more: at these, two messages in three are read. */
const UNSURE: readonly [number, number] = [0.15, 0.9];
/** These shops have no sample questions: this is chosen on the dev half of the demo shop's cases, whose articles all have some. */
const SAMPLE_QUESTIONS = 1;
const READER_FOLDER = '.xiaoer/index';

interface ReadMessage {
  readonly shop: string;
  readonly language: Language;
  readonly kind: string;
  readonly ranked: RankedMatches;
  readonly reading: number;
  readonly answered: boolean;
}

type JudgedMessage = Judged & { readonly language: Language };

const heldOut = heldOutShops();
const messages = [...(await readMessages('zh')), ...(await readMessages('en'))];
report(
  'first judgement alone',
  messages.map((message) => judged(message, message.ranked.answerProbability)),
);
report(
  'with reading',
  heldOut.flatMap((shop) => judgeWithout(shop)),
);
const file = fitReading(messages);
writeFileSync('weights/reading-model.json', `${JSON.stringify(file, rounded)}\n`);
console.log(JSON.stringify(file, rounded));

async function readMessages(language: Language): Promise<ReadMessage[]> {
  const shops = await matchShops(language, heldOut);
  const [model, attention] = [readAnswerModel(), readAttentionModel(language)];
  const embedder = await openEmbedder(language);
  mkdirSync(READER_FOLDER, { recursive: true });
  const reader = await embedder.openReader(READER_FOLDER);
  const result: ReadMessage[] = [];
  for (const { name: shop, queries } of shops) {
    for (const { kind, relevant, query, matches, passages } of queries) {
      if (matches.length === 0 || query.tokenWeights.length === 0) continue;
      const question = attention.read(query);
      const scores = new Map(
        passages.flatMap((passage, at) =>
          passage ? [[matches[at].position, attention.score(question, passage.tokens)] as const] : [],
        ),
      );
      const ranked = model.judge(withAttention(matches, scores));
      const at = (position: number) => matches.findIndex((match) => match.position === position);
      const best = passages[at(ranked.matches[0].position)];
      // The ranking prefers a candidate that was not worth reading: rare, and then there is nothing to learn from.
      if (!best) continue;
      result.push({
        shop,
        language,
        kind,
        ranked,
        reading: await reader.read(query.text, best.readable),
        answered: isShownRight(ranked.matches, (position) => relevant[at(position)]),
      });
    }
    console.log(shop, queries.length);
  }
  await embedder.close();
  return result;
}

function judgeWithout(shop: string): JudgedMessage[] {
  const model = new ReadingModel(fitReading(messages.filter((message) => message.shop !== shop)));
  return messages
    .filter((message) => message.shop === shop)
    .map((message) =>
      judged(
        message,
        model.worthReading(message.ranked)
          ? model.judge(message.ranked, message.reading, message.language, false)
          : message.ranked.answerProbability,
      ),
    );
}

function fitReading(from: readonly ReadMessage[]): ReadingModelFile {
  const fitFor = (language: Language) => fitLanguage(from.filter((message) => message.language === language));
  const languages = { zh: fitFor('zh'), en: fitFor('en') };
  return { features: [...READING_FEATURES], languages, sampleQuestions: SAMPLE_QUESTIONS, unsure: [...UNSURE] };
}

function fitLanguage(from: readonly ReadMessage[]): LinearModel {
  const [least, most] = UNSURE;
  const unsure = from.filter(
    ({ ranked: { answerProbability } }) => least <= answerProbability && answerProbability <= most,
  );
  const examples = unsure.map(
    ({ ranked, reading, answered }): Example => ({
      features: Float64Array.from(readingFeatures(ranked, reading)),
      label: answered ? 1 : 0,
      weight: 1,
    }),
  );
  return fitLogisticRegression(examples, PENALTY);
}

function judged({ kind, answered, language }: ReadMessage, probability: number): JudgedMessage {
  return { kind: kindOf(kind), answered, probability, language };
}

function report(name: string, results: readonly JudgedMessage[]): void {
  console.log(name);
  for (const language of ['zh', 'en']) {
    printSettled(
      language,
      results.filter((result) => result.language === language),
    );
  }
  printSettled('all', results);
}

function rounded(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(6)) : value;
}
