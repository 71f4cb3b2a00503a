import { join } from 'node:path';
import { readJsonLines, sentimentCase } from '../../src/cli/read-json-lines.ts';
import type { Language } from '../../src/domain/understanding.ts';
import {
  benchSentiment,
  type SentimentCase,
  type SentimentFigures,
  sentimentFigures,
} from '../../src/escalation/bench-sentiment.ts';
import type { Embedder } from '../../src/ports/embedder.ts';
import { detectLanguage } from '../../src/text/detect-language.ts';
import { ANGRY_WORDS } from './angry-words.ts';
import type { Leaderboard, LeaderboardRow } from './leaderboard-row.ts';
import { openNlpjs } from './peer-nlpjs.ts';
import { timed } from './remember-vectors.ts';

const SETS = ['taobao', 'weibo', 'tweets'];
const COLUMNS = ['Precision', 'Recall', 'F1', 'AUC'];
const INTRODUCTION = `Angry or other. Nothing is trained here: the product’s weights come from its own texts and, for English, from GoEmotions,
its threshold from its own texts alone. Phrases and texts were written after its errors on taobao.dev had been read
([0021](decisions/0021-mood-is-one-score-needs-are-others.md)); weibo.dev and tweets.dev were only measured. *AUC* is the only figure that does not depend on where a detector draws its line.`;
/** Any score above 0 is angry. */
const ABOVE_ZERO = Number.MIN_VALUE;

type Scorer = (text: string) => Promise<number> | number;

/** Every way to tell an angry message. */
export async function measureSentiment(
  dataFolder: string,
  embedders: ReadonlyMap<Language, Embedder>,
): Promise<Leaderboard> {
  const rows: LeaderboardRow[] = [];
  for (const set of SETS) {
    const cases = await readJsonLines(join(dataFolder, 'sentiment', `${set}.dev.jsonl`), sentimentCase);
    const split = `${set}.dev`;
    const row = (idea: string, figures: SentimentFigures, remarks = '') =>
      rows.push(rowOf(split, idea, figures, remarks));
    row('Two dozen angry words', await score(cases, byWords), 'a regular expression');
    row('The product, text only', await bench(cases), 'n-grams and phrases');
    row('**The product**', await bench(cases, embedders), 'with sentence vector');
    row('*Peer:* nlp.js 4', await score(cases, openNlpjsScorer()), remarkOnNlpjs(cases));
  }
  return { task: 'sentiment', title: 'Sentiment', introduction: INTRODUCTION, columns: COLUMNS, rows };
}

function rowOf(split: string, idea: string, figures: SentimentFigures, remarks: string): LeaderboardRow {
  const { precision, recall, f1, auc, msPerText } = figures;
  return { split, idea, figures: [precision, recall, f1, auc], msPerText, remarks };
}

/** `bench sentiment`, its time taken as everybody else's. */
async function bench(
  cases: readonly SentimentCase[],
  embedders?: ReadonlyMap<Language, Embedder>,
): Promise<SentimentFigures> {
  const embedderFor = embedders && (async (language: Language) => embedders.get(language));
  // Loading a model is not part of the time a text takes.
  await benchSentiment(cases.slice(0, 1), embedderFor);
  const { result, milliseconds } = await timed(() => benchSentiment(cases, embedderFor));
  return { ...result, msPerText: milliseconds / cases.length };
}

async function score(cases: readonly SentimentCase[], scorer: Scorer): Promise<SentimentFigures> {
  // Loading dictionaries is not part of the time a text takes.
  await scorer(cases[0].text);
  const { result, milliseconds } = await timed(async () => {
    const scores = [];
    for (const { text } of cases) scores.push(await scorer(text));
    return scores;
  });
  return sentimentFigures(cases, result, milliseconds, ABOVE_ZERO);
}

function byWords(text: string): number {
  return Number(ANGRY_WORDS[languageOf(text)].test(text));
}

/** The more negative, the angrier: nlp.js knows no anger. */
function openNlpjsScorer(): Scorer {
  const peers = { zh: openNlpjs('zh'), en: openNlpjs('en') };
  return async (text) => {
    const language = languageOf(text);
    const { sentiment } = await peers[language].process(language, text);
    return -sentiment.score;
  };
}

function remarkOnNlpjs(cases: readonly SentimentCase[]): string {
  return languageOf(cases.map(({ text }) => text).join(' ')) === 'zh'
    ? '@nlpjs/lang-zh has no sentiment dictionary: always neutral'
    : 'negative counts as angry; @nlpjs/lang-en, its SentiCon dictionary';
}

function languageOf(text: string): Language {
  return detectLanguage(text) ?? 'zh';
}
