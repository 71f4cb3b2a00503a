import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { CLOSE_RACE, type RankedMatch, type RankedMatches } from './answer-model.ts';

/** Names of the numbers that the second judgement goes by, in order. */
export const READING_FEATURES = ['firstJudgement', 'first', 'second', 'higher', 'shown', 'lead'] as const;

const numbers = z.array(z.number()).length(READING_FEATURES.length);
const schema = z.object({
  features: z.array(z.string()),
  mean: numbers,
  scale: numbers,
  weights: numbers,
  intercept: z.number(),
  /** Between these probabilities, the first judgement is not sure enough and passages are read. */
  unsure: z.tuple([z.number(), z.number()]),
});

/** Plain form of the weights file. */
export type ReadingModelFile = z.output<typeof schema>;

/** So many of the best candidates are read; more of them did not help. */
export const MOST_READ = 2;
/** Stands for the reading of a second candidate where there is none: plainly no answer. */
const NOT_THERE = -6;
/** Lead, in rank score, of an only candidate. */
const NO_RIVAL_LEAD = 3;
/** Keeps the logarithm of a certain judgement finite. */
const LEAST_DOUBT = 1e-4;

/**
 * Describes what was read of the best candidates.
 * @param readings log odds of the reader, of the best candidate and the second
 */
export function readingFeatures({ matches, answerProbability }: RankedMatches, readings: readonly number[]): number[] {
  const [best, rival] = matches;
  const [first, second = NOT_THERE] = readings;
  const lead = rival ? best.rankScore - rival.rankScore : NO_RIVAL_LEAD;
  const shown = rival && lead < CLOSE_RACE ? Math.max(first, second) : first;
  return [logOdds(answerProbability), first, second, Math.max(first, second), shown, lead];
}

/** Judges a second time, where the first judgement is unsure, from what a reader makes of the best candidates. */
export class ReadingModel {
  readonly #file: ReadingModelFile;

  constructor(file: ReadingModelFile) {
    this.#file = file;
  }

  /** The candidates worth reading: none when the first judgement stands. */
  worthReading({ matches, answerProbability }: RankedMatches): readonly RankedMatch[] {
    const [from, to] = this.#file.unsure;
    return from <= answerProbability && answerProbability <= to ? matches.slice(0, MOST_READ) : [];
  }

  /** Probability, 0 to 1, that what would be shown answers the question. @param readings as in `readingFeatures` */
  judge(ranked: RankedMatches, readings: readonly number[]): number {
    const { mean, scale, weights, intercept } = this.#file;
    const margin = readingFeatures(ranked, readings).reduce(
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
