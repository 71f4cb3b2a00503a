import type { Language } from '../domain/understanding.ts';
import type { Embedder } from '../ports/embedder.ts';
import { detectLanguage } from '../text/detect-language.ts';
import { areaUnderCurve } from './area-under-curve.ts';
import { ANGER_THRESHOLD, readEmbedded } from './read-message.ts';

/** One case of `bench sentiment`. */
export interface SentimentCase {
  readonly text: string;
  readonly label: 'angry' | 'other';
}

/** What `bench sentiment` prints. Ratios are 0 when their denominator is; `auc` is 0.5 when a class is missing. */
export interface SentimentFigures {
  readonly n: number;
  readonly positives: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly auc: number;
  readonly msPerText: number;
}

/**
 * Runs the shipped detector over labelled texts, each in the language it is detected in, one at a time as in a
 * conversation. Angry is what reaches `ANGER_THRESHOLD`, whatever the labels' own idea of anger.
 * @param embedderFor the language's embedder as the turn has it; without one the detector works on the text alone
 */
export async function benchSentiment(
  cases: readonly SentimentCase[],
  embedderFor?: (language: Language) => Promise<Pick<Embedder, 'embed' | 'id'> | undefined>,
): Promise<SentimentFigures> {
  const languages = cases.map(({ text }) => detectLanguage(text) ?? 'zh');
  // Loading models is not part of the time a text takes.
  for (const language of new Set(languages)) await readEmbedded('.', language, await embedderFor?.(language));
  const started = performance.now();
  const scores: number[] = [];
  for (const [i, { text }] of cases.entries()) {
    const { sentiment } = await readEmbedded(text, languages[i], await embedderFor?.(languages[i]));
    scores.push(sentiment.score);
  }
  const milliseconds = performance.now() - started;
  return sentimentFigures(cases, scores, milliseconds);
}

/**
 * Figures of scores that any detector gave, one a case; higher is angrier.
 * @param milliseconds for all cases
 * @param threshold least score that counts as angry, for all but `auc`
 */
export function sentimentFigures(
  cases: readonly SentimentCase[],
  scores: readonly number[],
  milliseconds: number,
  threshold = ANGER_THRESHOLD,
): SentimentFigures {
  const angry = cases.map(({ label }) => label === 'angry');
  const positives = angry.filter(Boolean).length;
  const predicted = scores.filter((score) => score >= threshold).length;
  const right = scores.filter((score, i) => score >= threshold && angry[i]).length;
  return {
    n: cases.length,
    positives,
    precision: predicted === 0 ? 0 : right / predicted,
    recall: positives === 0 ? 0 : right / positives,
    f1: predicted + positives === 0 ? 0 : (2 * right) / (predicted + positives),
    auc: areaUnderCurve(scores, angry),
    msPerText: cases.length === 0 ? 0 : milliseconds / cases.length,
  };
}
