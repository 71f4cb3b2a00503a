import { dot } from '../numeric/dot.ts';
import type { AttentionModel, ReadQuestion } from './attention-model.ts';
import type { IndexedArticle, IndexedUnit } from './indexed-article.ts';
import type { Query } from './query.ts';
import { raiseTokenMatches, tokenCoverage } from './token-match.ts';

/** Names of the numbers that compare a message with the question of an article that is nearest to it. */
export const QUESTION_FEATURES = ['question.average', 'question.lowestHeavy', 'question.asked', 'hasBody'] as const;

/** How the nearest question compares with the message; `features` in the order of `QUESTION_FEATURES`. */
export interface QuestionMatch {
  /** Position among the sample questions of the article; -1 is the title. */
  readonly nearest: number;
  readonly features: readonly number[];
}

/** Compares a message with the nearest of an article's title and sample questions, token by token and both ways. Pure. */
export function matchQuestion(query: Query, entry: IndexedArticle, dimensions: number): QuestionMatch {
  const similarity = (unit: IndexedUnit) => dot(query.sentence, unit.vectors.sentence);
  let nearest = -1;
  let highest = similarity(entry.title);
  entry.questions.forEach((unit, position) => {
    const value = similarity(unit);
    if (value > highest) [nearest, highest] = [position, value];
  });
  const { tokens } = questionAt(entry, nearest).vectors;
  const asked = new Float32Array(query.tokenWeights.length);
  raiseTokenMatches(asked, query.tokens, tokens, dimensions);
  const { average, lowestHeavy } = tokenCoverage(asked, query.tokenWeights);
  return { nearest, features: [average, lowestHeavy, shareAsked(query, tokens, dimensions), hasBody(entry) ? 1 : 0] };
}

/** The unit that `QuestionMatch.nearest` names. */
export function questionAt(entry: IndexedArticle, nearest: number): IndexedUnit {
  return entry.questions[nearest] ?? entry.title;
}

/** A message or a question as `readSameness` compares it; the same for every other question. */
export function readForSameness(tokens: Float32Array, model: AttentionModel, dimensions: number): ReadQuestion {
  // The weights of tokens are known of messages only.
  return model.read({ tokens, tokenWeights: new Float32Array(tokens.length / dimensions) });
}

/**
 * Log odds that two questions ask the same: the attention model trained for it, read both ways, because what only one
 * of them speaks of sets them apart whichever it is.
 */
export function readSameness(
  asked: ReadQuestion,
  { vectors }: IndexedUnit,
  model: AttentionModel,
  dimensions: number,
): number {
  const known = readForSameness(vectors.tokens, model, dimensions);
  return (model.score(asked, known.tokens) + model.score(known, asked.tokens)) / 2;
}

/** How much of a text the message speaks of: low when the text is mostly about something else. */
export function shareAsked(query: Query, tokens: Float32Array, dimensions: number): number {
  const matches = new Float32Array(tokens.length / dimensions);
  raiseTokenMatches(matches, tokens, query.tokens, dimensions);
  return matches.reduce((sum, match) => sum + match, 0) / Math.max(1, matches.length);
}

/** Whether the article says more than its title: an entry of a list of questions does not. */
function hasBody({ title, sentences }: IndexedArticle): boolean {
  return sentences.some(({ unit }) => unit.text !== title.unit.text);
}
