import {
  type AnswerModelFile,
  answerFeatures,
  type RankedMatch,
  rankMatches,
  shownOf,
} from '../src/retrieval/answer-model.ts';
import type { LinearModel } from '../src/retrieval/linear-model.ts';
import { MATCH_FEATURES } from '../src/retrieval/match-features.ts';
import { fitBoostedTrees } from './gradient-boosting.ts';
import { type Example, fitLogisticRegression } from './logistic-regression.ts';
import type { MatchedQuery } from './match-shops.ts';

/** Penalty chosen by leaving whole training shops out; results move little between half and twice of them. */
const RANK_PENALTY = 30;

/** Fits the ranking on answerable messages, then the judgement on all of them. */
export function fitAnswerModel(queries: readonly MatchedQuery[]): AnswerModelFile {
  const rank = fitRank(queries);
  const examples = queries.flatMap((query) => judgementExample(query, rank));
  return { features: [...MATCH_FEATURES], rank, answer: fitBoostedTrees(examples) };
}

/** Whether what would be shown for the query answers it. */
export function isAnswered(query: MatchedQuery, rank: LinearModel): boolean {
  return isShownRight(
    rankMatches(query.matches, rank),
    (position) => query.relevant[query.matches.findIndex((match) => match.position === position)] ?? false,
  );
}

/** Whether one of the articles that would be shown is a right one. */
export function isShownRight(ranked: readonly RankedMatch[], isRight: (position: number) => boolean): boolean {
  return shownOf(ranked).some(({ position }) => isRight(position));
}

/** Right articles against the wrong ones of the same message, each side weighing the same over all messages. */
function fitRank(queries: readonly MatchedQuery[]): LinearModel {
  const rows = queries
    .filter(({ relevant }) => relevant.includes(true))
    .flatMap(({ matches, relevant }) => {
      const centre = MATCH_FEATURES.map(
        (_, at) => matches.reduce((sum, { features }) => sum + features[at], 0) / matches.length,
      );
      return matches.map(({ features }, index) => ({
        features: features.map((value, at) => value - centre[at]),
        label: relevant[index] ? 1 : 0,
      }));
    });
  const positives = rows.filter(({ label }) => label === 1).length;
  const weightOf = (label: number) => rows.length / 2 / (label === 1 ? positives : rows.length - positives);
  return fitLogisticRegression(
    rows.map((row): Example => ({ ...row, weight: weightOf(row.label) })),
    RANK_PENALTY,
  );
}

function judgementExample(query: MatchedQuery, rank: LinearModel): Example[] {
  if (query.matches.length === 0) return [];
  const features = answerFeatures(rankMatches(query.matches, rank));
  const example = { features, label: isAnswered(query, rank) ? 1 : 0, weight: 1 };
  return query.kind === 'sample_question' ? [example, ...withoutAnswer(query, rank)] : [example];
}

/**
 * The demo shop's questions are all answerable, which would teach that a shop with sample questions answers everything:
 * each is also asked of the shop without its article.
 */
function withoutAnswer({ matches, relevant }: MatchedQuery, rank: LinearModel): Example[] {
  const rest = matches.filter((_, index) => !relevant[index]);
  if (rest.length < 2) return [];
  return [{ features: answerFeatures(rankMatches(rest, rank)), label: 0, weight: 0.5 }];
}
