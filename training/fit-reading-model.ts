/**
 * Fits weights/reading-model.json, the second judgement, on the shops that neither the first judgement nor the reader was
 * trained on (training/reader/held-out.txt), with the very models that ship; says first what share of answerable messages is
 * settled in them with and without reading, leaving the shop at hand out of the fit, and which share of the answers shows two
 * articles.
 *
 *     npx tsx training/fit-reading-model.ts
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { showsTwo } from '../src/conversation/searching/likely-answer.ts';
import type { Language } from '../src/domain/understanding.ts';
import { type Judgement, judgeUnread, type RankedMatches, readAnswerModel } from '../src/retrieval/answer-model.ts';
import { readAttentionModel } from '../src/retrieval/attention-model.ts';
import type { LinearModel } from '../src/retrieval/linear-model.ts';
import { withAttention } from '../src/retrieval/match-features.ts';
import {
  ALONE_FEATURES,
  aloneFeatures,
  EITHER_FEATURES,
  eitherFeatures,
  ReadingModel,
  type ReadingModelFile,
  type ReadJudgement,
} from '../src/retrieval/reading-model.ts';
import { heldOutShops } from './held-out-shops.ts';
import { type Example, fitLogisticRegression } from './logistic-regression.ts';
import { matchShops } from './match-shops.ts';
import { openEmbedder } from './open-embedders.ts';
import { type Judged, kindOf, outcomeAt, printSettled } from './settled-share.ts';

const PENALTY = 1;
/** Wider limits settle no more and read more: at these, two messages in three are read. */
const UNSURE: readonly [number, number] = [0.15, 0.9];
/** These shops have no sample questions: this is chosen on the dev half of the demo shop's cases, whose articles all have some. */
const SAMPLE_QUESTIONS = 0.5;
/** Below, two articles hardly ever reach a line together; above, one alone reaches all that is usual. */
const DOUBTFUL: readonly [number, number] = [0.25, 0.8];
/** Log odds that stand for a second candidate that was not worth reading. */
const UNREAD = -8;
/** Lines at which it is printed what two articles are worth. */
const LINES = [0.6, 0.64, 0.68, 0.7, 0.72, 0.74, 0.76, 0.8];
const READER_FOLDER = '.xiaoer/index';

interface ReadMessage {
  readonly shop: string;
  readonly language: Language;
  readonly kind: string;
  readonly ranked: RankedMatches;
  /** Log odds that the best candidate answers, and the second; undefined for a second that was not worth reading. */
  readonly readings: readonly [number, number | undefined];
  /** Whether the candidate answers, in the order of rank. */
  readonly right: readonly boolean[];
}

interface JudgedMessage extends Judged {
  readonly language: Language;
  readonly articles: number;
}

const heldOut = heldOutShops();
const messages = [...(await readMessages('zh')), ...(await readMessages('en'))];
report(
  'first judgement alone',
  messages.map((message) => outcome(message, judgeUnread(message.ranked))),
);
const judgements = (await Promise.all(heldOut.map(judgeWithout))).flat();
report(
  'with reading, a second article only in a close race',
  judgements.map(({ message, judgement }) => outcome(message, judgement)),
);
for (const line of LINES) {
  console.log(`with reading, one article or two as the product shows them, at ${line}`);
  printAt(
    line,
    judgements.map(({ message, judgement: { together, ...alone } }) =>
      outcome(
        message,
        together && showsTwo(alone.answerProbability, together.answerProbability, line) ? together : alone,
      ),
    ),
  );
}
const file = fitReading(messages);
writeFileSync('weights/reading-model.json', `${JSON.stringify(file, rounded)}\n`);
console.log(JSON.stringify(file, rounded));

async function readMessages(language: Language): Promise<ReadMessage[]> {
  const [model, attention] = [readAnswerModel(), readAttentionModel(language)];
  const embedder = await openEmbedder(language);
  mkdirSync(READER_FOLDER, { recursive: true });
  const reader = await embedder.openReader(READER_FOLDER);
  const result: ReadMessage[] = [];
  for await (const { name: shop, queries } of matchShops(language, heldOut)) {
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
      const [best, second] = ranked.matches.map(({ position }) => passages[at(position)]);
      // The ranking prefers a candidate that was not worth reading: rare, and then there is nothing to learn from.
      if (!best) continue;
      result.push({
        shop,
        language,
        kind,
        ranked,
        readings: [
          await reader.read(query.text, best.readable),
          second && (await reader.read(query.text, second.readable)),
        ],
        right: ranked.matches.map(({ position }) => relevant[at(position)]),
      });
    }
    console.log(shop, queries.length);
  }
  await embedder.close();
  return result;
}

/** What the product makes of a shop's messages, by models fitted on the other shops. */
async function judgeWithout(shop: string): Promise<{ message: ReadMessage; judgement: ReadJudgement }[]> {
  const model = new ReadingModel(fitReading(messages.filter((message) => message.shop !== shop)));
  return Promise.all(
    messages
      .filter((message) => message.shop === shop)
      .map(async (message) => {
        const { matches } = message.ranked;
        const judgement = await model.judge(message.ranked, message.language, {
          // A second that was not worth reading for attention is left out here; the product reads it.
          read: async (candidate) => message.readings[matches.indexOf(candidate)] ?? UNREAD,
          hasSampleQuestions: () => false,
        });
        return { message, judgement };
      }),
  );
}

function isRight({ ranked, right }: ReadMessage, position: number): boolean {
  return right[ranked.matches.findIndex((match) => match.position === position)];
}

function fitReading(from: readonly ReadMessage[]): ReadingModelFile {
  const fitFor = (language: Language) => fitLanguage(from.filter((message) => message.language === language));
  return {
    features: { alone: [...ALONE_FEATURES], either: [...EITHER_FEATURES] },
    languages: { zh: fitFor('zh'), en: fitFor('en') },
    sampleQuestions: SAMPLE_QUESTIONS,
    unsure: [...UNSURE],
    doubtful: [...DOUBTFUL],
  };
}

function fitLanguage(from: readonly ReadMessage[]): ReadingModelFile['languages'][Language] {
  const [least, most] = UNSURE;
  const unsure = from.filter(
    ({ ranked: { answerProbability } }) => least <= answerProbability && answerProbability <= most,
  );
  return {
    alone: fitJudgement(unsure, ({ ranked, readings: [best] }) => aloneFeatures(ranked, best), 1),
    either: fitJudgement(
      unsure.filter(({ readings }) => readings[1] !== undefined),
      ({ ranked, readings: [best, second = UNREAD] }) => eitherFeatures(ranked, best, second),
      2,
    ),
  };
}

/** @param shown how many of the best candidates are shown */
function fitJudgement(
  from: readonly ReadMessage[],
  featuresOf: (message: ReadMessage) => number[],
  shown: number,
): LinearModel {
  const examples = from.map(
    (message): Example => ({
      features: Float64Array.from(featuresOf(message)),
      label: message.right.slice(0, shown).includes(true) ? 1 : 0,
      weight: 1,
    }),
  );
  return fitLogisticRegression(examples, PENALTY);
}

function outcome(message: ReadMessage, { shown, answerProbability }: Judgement): JudgedMessage {
  const answered = shown.some(({ position }) => isRight(message, position));
  const { kind, language } = message;
  return { kind: kindOf(kind), answered, probability: answerProbability, language, articles: shown.length };
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

function printAt(line: number, results: readonly JudgedMessage[]): void {
  const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
  for (const language of ['zh', 'en']) {
    const own = results.filter((result) => result.language === language);
    const { settled, wrong } = outcomeAt(own, line);
    const given = own.filter(({ probability }) => probability >= line);
    const two = given.filter(({ articles }) => articles === 2).length / given.length;
    console.log(
      `${language} ${percent(settled)} settled, ${percent(wrong)} wrong, two articles in ${percent(two)} of the answers`,
    );
  }
}

function rounded(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(6)) : value;
}
