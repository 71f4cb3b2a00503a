import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { probabilityOf } from '../numeric/logistic.ts';
import { boostedTreesSchema, treeMargin } from './boosted-trees.ts';
import { evaluateLinear, type LinearModel, linearModelSchema } from './linear-model.ts';
import { type ArticleMatch, MATCH_FEATURES } from './match-features.ts';

const schema = z.object({
  features: z.array(z.string()),
  rank: linearModelSchema(MATCH_FEATURES.length),
  answer: boostedTreesSchema,
});

/** Plain form of the weights file; `features` must equal `MATCH_FEATURES`. */
export type AnswerModelFile = z.output<typeof schema>;

/** A match with its place among the candidates of one question. */
export interface RankedMatch extends ArticleMatch {
  /** Higher is better; differences within one question are comparable, values across questions are not. */
  readonly rankScore: number;
}

/** Candidates best first, and the probability that what would be shown answers the question. */
export interface RankedMatches {
  readonly matches: readonly RankedMatch[];
  /** Calibrated, 0 to 1; 0 without candidates. */
  readonly answerProbability: number;
}

/** Closer behind the best one, in rank score, the second article is shown with it: the message may well ask two things. */
const CLOSE_RACE = 0.7;

/** Features whose lead over the other candidates tells whether an answer stands out. */
const LEADS = [
  'article.average',
  'contextInstructed',
  'sentence',
  'bm25',
  'passage.average',
  'intentAgreement',
  'recalledTitle',
  'recalledText',
  'attention',
] as const;
const LEAD_POSITIONS = LEADS.map((name) => MATCH_FEATURES.indexOf(name));
const NO_RIVAL_LEAD = 3;
const ATTENTION = MATCH_FEATURES.indexOf('attention');
/** Brings differences of likeness to the size of differences in rank score. */
const LIKENESS_SCALE = 20;
/** Log odds of an article that plainly does not answer. */
const NOT_READ = -6;

/** Which of the ranked candidates would be shown, best first, and how likely one of them answers: 0 to 1, calibrated. */
export interface Judgement {
  readonly shown: readonly RankedMatch[];
  readonly answerProbability: number;
}

/** What would be shown when nothing is read: the best candidate, and the second in a close race. */
export function judgeUnread({ matches, answerProbability }: RankedMatches): Judgement {
  return { shown: shownOf(matches), answerProbability };
}

/** The best candidate, and the second in a close race. */
export function shownOf(ranked: readonly RankedMatch[]): readonly RankedMatch[] {
  const [best, second] = ranked;
  const isClose = second !== undefined && best.rankScore - second.rankScore < CLOSE_RACE;
  return ranked.slice(0, isClose ? 2 : 1);
}

/** Orders candidates by the rank model. */
export function rankMatches(matches: readonly ArticleMatch[], rank: LinearModel): RankedMatch[] {
  const centre = MATCH_FEATURES.map((_, at) => average(matches.map(({ features }) => features[at])));
  return inOrder(
    matches.map((match) => ({ ...match, rankScore: evaluateLinear(rank, centred(match.features, centre)) })),
  );
}

/** Orders the entries of a bare list of questions by how far they ask the same. @param likeness by position */
export function rankByLikeness(matches: readonly ArticleMatch[], likeness: ReadonlyMap<number, number>): RankedMatch[] {
  const likenessOf = (position: number) => likeness.get(position) ?? 0;
  return inOrder(matches.map((match) => ({ ...match, rankScore: LIKENESS_SCALE * likenessOf(match.position) })));
}

function inOrder(matches: RankedMatch[]): RankedMatch[] {
  return matches.sort((a, b) => b.rankScore - a.rankScore || a.position - b.position);
}

/** Describes how the best of the ranked candidates stands against the question and its rivals. */
export function answerFeatures(ranked: readonly RankedMatch[]): number[] {
  const [best, ...rivals] = ranked;
  const scores = rivals.map(({ rankScore }) => rankScore);
  const lead = rivals.length > 0 ? best.rankScore - scores[0] : NO_RIVAL_LEAD;
  const leadOverFive = rivals.length > 0 ? best.rankScore - average(scores.slice(0, 5)) : NO_RIVAL_LEAD;
  const leads = LEAD_POSITIONS.flatMap((at) => {
    const mine = best.features[at];
    const theirs = rivals.map(({ features }) => features[at]);
    return [mine - Math.max(0, ...theirs), mine - average([mine, ...theirs])];
  });
  return [...best.features, lead, leadOverFive, best.rankScore, ...leads, ...readings(ranked)];
}

/** How the attention model saw the candidates: the two best scores, those of the first two ranks, and how many it liked. */
function readings(ranked: readonly RankedMatch[]): number[] {
  const scores = ranked.map(({ features }) => features[ATTENTION]);
  const [highest, next = NOT_READ] = scores.toSorted((a, b) => b - a);
  return [highest, next, scores[0] - highest, scores[1] ?? NOT_READ, scores.filter((score) => score > 0).length];
}

/** Ranks the candidates of a question and judges whether the best of them answers it. */
export class AnswerModel {
  readonly #file: AnswerModelFile;

  constructor(file: AnswerModelFile) {
    this.#file = file;
  }

  /** @param likeness by position, for the entries of a bare list of questions, which are ordered by it */
  judge(matches: readonly ArticleMatch[], likeness?: ReadonlyMap<number, number>): RankedMatches {
    if (matches.length === 0) return { matches: [], answerProbability: 0 };
    const ranked = likeness ? rankByLikeness(matches, likeness) : rankMatches(matches, this.#file.rank);
    const margin = treeMargin(this.#file.answer, answerFeatures(ranked));
    return { matches: ranked, answerProbability: probabilityOf(margin) };
  }
}

/** Reads weights/answer-model.json of this package. */
export function readAnswerModel(): AnswerModel {
  const file = schema.parse(
    JSON.parse(readFileSync(new URL('../../weights/answer-model.json', import.meta.url), 'utf8')),
  );
  if (file.features.join() !== MATCH_FEATURES.join()) {
    throw new Error('weights/answer-model.json was trained on other features: run training/train-answer-model.ts');
  }
  return new AnswerModel(file);
}

function centred(features: Float64Array, centre: readonly number[]): Float64Array {
  return features.map((value, at) => value - centre[at]);
}

function average(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
