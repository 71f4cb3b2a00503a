import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Language } from '../domain/understanding.ts';
import { logOddsOf, probabilityOf } from '../numeric/logistic.ts';
import { CLOSE_RACE, type RankedMatch, type RankedMatches } from './answer-model.ts';
import { evaluateLinear, linearModelSchema } from './linear-model.ts';

/** Names of the numbers that the second judgement goes by, in order. */
export const READING_FEATURES = ['firstJudgement', 'reading', 'lead', 'isCloseRace'] as const;

const linear = linearModelSchema(READING_FEATURES.length);
const schema = z.object({
  features: z.array(z.string()),
  /** A language each, so that a probability means the same in both: their readers are not equally good. */
  languages: z.object({ zh: linear, en: linear }),
  /**
   * Log odds added where the best candidate's article has sample questions. The weights are fitted on shops without any,
   * and what looks doubtful there is mostly right where an editor has written down how customers ask.
   */
  sampleQuestions: z.number(),
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
  return [logOddsOf(answerProbability, LEAST_DOUBT), reading, Math.min(lead, CLEAR_LEAD), lead < CLOSE_RACE ? 1 : 0];
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

  /**
   * Probability, 0 to 1, that what would be shown answers the question.
   * @param reading as in `readingFeatures`
   * @param hasSampleQuestions whether the article of the best candidate has any
   */
  judge(ranked: RankedMatches, reading: number, language: Language, hasSampleQuestions: boolean): number {
    const { languages, sampleQuestions } = this.#file;
    const logOdds = evaluateLinear(languages[language], readingFeatures(ranked, reading));
    return probabilityOf(logOdds + (hasSampleQuestions ? sampleQuestions : 0));
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
