import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Language } from '../domain/understanding.ts';
import { logOddsOf, probabilityOf } from '../numeric/logistic.ts';
import { type Judgement, judgeUnread, type RankedMatch, type RankedMatches } from './answer-model.ts';
import { evaluateLinear, type LinearModel, linearModelSchema } from './linear-model.ts';

/** Names of the numbers by which the best candidate is judged alone, in order. */
export const ALONE_FEATURES = ['firstJudgement', 'reading', 'lead'] as const;
/** The same for the best two candidates together. */
export const EITHER_FEATURES = ['firstJudgement', 'reading', 'secondReading', 'lead'] as const;

const oneLanguage = z.object({
  /** That the best candidate answers. */
  alone: linearModelSchema(ALONE_FEATURES.length),
  /** That one of the best two answers. */
  either: linearModelSchema(EITHER_FEATURES.length),
});
const schema = z.object({
  features: z.object({ alone: z.array(z.string()), either: z.array(z.string()) }),
  /** A language each, so that a probability means the same in both: their readers are not equally good. */
  languages: z.object({ zh: oneLanguage, en: oneLanguage }),
  /**
   * Log odds added where a candidate's article has sample questions. The weights are fitted on shops without any, and
   * what looks doubtful there is mostly right where an editor has written down how customers ask.
   */
  sampleQuestions: z.number(),
  /** Between these probabilities, the first judgement is not sure enough and the best passage is read. */
  unsure: z.tuple([z.number(), z.number()]),
  /** Between these probabilities, the best candidate alone is doubtful and the second is read, too. */
  doubtful: z.tuple([z.number(), z.number()]),
});

/** Plain form of the weights file. */
export type ReadingModelFile = z.output<typeof schema>;

/** Lead, in rank score, from which on it tells nothing more; that of an only candidate. */
const CLEAR_LEAD = 3;
/**
 * A second article that reads so much worse, in log odds, is not shown: in none of 47 such answers in the shops put aside was it
 * the only right one, at 3 in 4 of 100.
 */
const MUCH_WORSE = 4;
/** Keeps the logarithm of a certain judgement finite. */
const LEAST_DOUBT = 1e-4;

/**
 * Describes the first judgement together with what was read of the best candidate.
 * @param reading log odds of the reader that it answers
 */
export function aloneFeatures({ matches, answerProbability }: RankedMatches, reading: number): number[] {
  return [logOddsOf(answerProbability, LEAST_DOUBT), reading, leadOf(matches)];
}

/** The same with what was read of the second candidate. */
export function eitherFeatures(ranked: RankedMatches, reading: number, second: number): number[] {
  return [logOddsOf(ranked.answerProbability, LEAST_DOUBT), reading, second, leadOf(ranked.matches)];
}

function leadOf([best, rival]: readonly RankedMatch[]): number {
  return Math.min(rival ? best.rankScore - rival.rankScore : CLEAR_LEAD, CLEAR_LEAD);
}

/** What judging by reading calls. */
export interface ReadCandidates {
  /** Log odds, by the reader, that a candidate answers. */
  read(candidate: RankedMatch): Promise<number>;
  /** Whether a candidate's article has any. */
  hasSampleQuestions(candidate: RankedMatch): boolean;
}

/** A judgement, and where it leaves the best candidate doubtful, one of the best two together. */
export interface ReadJudgement extends Judgement {
  readonly together?: Judgement;
}

/** Judges a second time, where the first judgement is unsure, from what a reader makes of the best two candidates. */
export class ReadingModel {
  readonly #file: ReadingModelFile;

  constructor(file: ReadingModelFile) {
    this.#file = file;
  }

  /** Reads no more than it needs: nothing where the first judgement is sure, the second only where the best is doubtful. */
  async judge(ranked: RankedMatches, language: Language, candidates: ReadCandidates): Promise<ReadJudgement> {
    const standing = judgeUnread(ranked);
    const [best, second] = ranked.matches;
    if (!best || !isWithin(this.#file.unsure, ranked.answerProbability)) return standing;
    const reading = await candidates.read(best);
    const alone = this.judgeAlone(ranked, reading, language, candidates.hasSampleQuestions(best));
    const isClose = standing.shown.length > 1;
    if (!second || !(isClose || isWithin(this.#file.doubtful, alone))) return { ...standing, answerProbability: alone };
    const secondReading = await candidates.read(second);
    const helped = [best, second].some((candidate) => candidates.hasSampleQuestions(candidate));
    const either = this.judgeEither(ranked, [reading, secondReading], language, helped);
    const shown = reading - secondReading >= MUCH_WORSE ? [best] : [best, second];
    const together = { shown, answerProbability: Math.max(alone, either) };
    return isClose ? together : { ...standing, answerProbability: alone, together };
  }

  /**
   * Probability, 0 to 1, that the best candidate answers the question.
   * @param reading as in `aloneFeatures`
   */
  judgeAlone(ranked: RankedMatches, reading: number, language: Language, hasSampleQuestions: boolean): number {
    return this.#probability(this.#file.languages[language].alone, aloneFeatures(ranked, reading), hasSampleQuestions);
  }

  /**
   * Probability, 0 to 1, that one of the best two candidates answers the question.
   * @param readings as in `eitherFeatures`
   */
  judgeEither(
    ranked: RankedMatches,
    [reading, second]: readonly [number, number],
    language: Language,
    hasSampleQuestions: boolean,
  ): number {
    const features = eitherFeatures(ranked, reading, second);
    return this.#probability(this.#file.languages[language].either, features, hasSampleQuestions);
  }

  #probability(model: LinearModel, features: readonly number[], hasSampleQuestions: boolean): number {
    return probabilityOf(evaluateLinear(model, features) + (hasSampleQuestions ? this.#file.sampleQuestions : 0));
  }
}

function isWithin([from, to]: readonly [number, number], probability: number): boolean {
  return from <= probability && probability <= to;
}

/** Reads weights/reading-model.json of this package. */
export function readReadingModel(): ReadingModel {
  const file = schema.parse(
    JSON.parse(readFileSync(new URL('../../weights/reading-model.json', import.meta.url), 'utf8')),
  );
  const { alone, either } = file.features;
  if (alone.join() !== ALONE_FEATURES.join() || either.join() !== EITHER_FEATURES.join()) {
    throw new Error('weights/reading-model.json was trained on other features: run training/fit-reading-model.ts');
  }
  return new ReadingModel(file);
}
