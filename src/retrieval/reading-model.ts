import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Language } from '../domain/understanding.ts';
import { CLOSE_RACE, type RankedMatch, type RankedMatches } from './answer-model.ts';

/** Names of the numbers that the second judgement goes by, in order. */
export const READING_FEATURES = ['firstJudgement', 'reading', 'lead', 'isCloseRace'] as const;

const numbers = z.array(z.number()).length(READING_FEATURES.length);
const linear = z.object({ mean: numbers, scale: numbers, weights: numbers, intercept: z.number() });
const schema = z.object({
  features: z.array(z.string()),
  /** A language each, so that a probability means the same in both: their readers are not equally good. */
  languages: z.object({ zh: linear, en: linear }),
  /** Between these probabilities, the first judgement is not sure enough and the best passage is read. */
  unsure: z.tuple([z.number(), z.number()]),
});

/** Plain form of the weights file. */
export type ReadingModelFile = z.output<typeof schema>;

/** Lead, in rank score, from which on it tells nothing more; that of an only candidate. */
const CLEAR_LEAD = 3;
/** Keeps the logarithm of a certain judgement finite. */
const LEAST_DOUBT = 1e-4;

/**
 * Describes the first judgement together with what was read.
 * @param reading log odds of the reader that the best candidate answers
 */
export function readingFeatures({ matches, answerProbability }: RankedMatches, reading: number): number[] {
  const [best, rival] = matches;
  const lead = rival ? best.rankScore - rival.rankScore : CLEAR_LEAD;
  return [logOdds(answerProbability), reading, Math.min(lead, CLEAR_LEAD), lead < CLOSE_RACE ? 1 : 0];
}

/** Judges a second time, where the first judgement is unsure, from what a reader makes of the best candidate. */
export class ReadingModel {
  readonly #file: ReadingModelFile;

  constructor(file: ReadingModelFile) {
    this.#file = file;
  }

  /** The candidate worth reading; undefined when the first judgement stands. */
  worthReading({ matches, answerProbability }: RankedMatches): RankedMatch | undefined {
    const [from, to] = this.#file.unsure;
    return from <= answerProbability && answerProbability <= to ? matches[0] : undefined;
  }

  /** Probability, 0 to 1, that what would be shown answers the question. @param reading as in `readingFeatures` */
  judge(ranked: RankedMatches, reading: number, language: Language): number {
    const { mean, scale, weights, intercept } = this.#file.languages[language];
    const margin = readingFeatures(ranked, reading).reduce(
      (sum, value, at) => sum + (weights[at] * (value - mean[at])) / scale[at],
      intercept,
    );
    return 1 / (1 + Math.exp(-margin));
  }
}

/** Reads weights/reading-model.json of this package. */
export function readReadingModel(): ReadingModel {
  const file = schema.parse(
    JSON.parse(readFileSync(new URL('../../weights/reading-model.json', import.meta.url), 'utf8')),
  );
  if (file.features.join() !== READING_FEATURES.join()) {
    throw new Error('weights/reading-model.json was trained on other features: run training/fit-reading-model.ts');
  }
  return new ReadingModel(file);
}

function logOdds(probability: number): number {
  const bounded = Math.min(1 - LEAST_DOUBT, Math.max(LEAST_DOUBT, probability));
  return Math.log(bounded / (1 - bounded));
}
