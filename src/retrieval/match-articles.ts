import { createPace } from '../system/create-pace.ts';
import type { AttentionModel } from './attention-model.ts';
import type { LanguageIndex } from './language-index.ts';
import { type ArticleMatch, MATCH_FEATURES, matchArticle } from './match-features.ts';
import { passageTokens } from './passage-tokens.ts';
import type { Query } from './query.ts';
import { questionAt, readForSameness, readSameness } from './question-match.ts';

/** So many of the candidates are read with the attention model; the others hardly ever hold the answer. */
const MOST_READ = 6;
const [NEAREST, COVERED, SAMPLE, ATTENTION, SAMENESS] = (
  ['contextInstructed', 'article.average', 'sampleQuestion', 'attention', 'sameness'] as const
).map((name) => MATCH_FEATURES.indexOf(name));

/** Log odds of a candidate by what reads it: that its passage answers, and that its nearest question asks the same. */
export interface Reading {
  readonly attention: number;
  readonly sameness: number;
}

/** The models that read candidates in one language. */
export interface ReadingModels {
  readonly attention: AttentionModel;
  readonly sameness: AttentionModel;
}

/**
 * Describes how well each of the articles matches a question, a few milliseconds at a time: a long message against long
 * articles takes a tenth of a second. Pure; cost grows with the articles' lengths.
 */
export async function matchArticles(
  query: Query,
  index: LanguageIndex,
  positions: readonly number[],
  dimensions: number,
  { attention, sameness }: ReadingModels,
): Promise<ArticleMatch[]> {
  const pace = createPace('turn');
  const matches: ArticleMatch[] = [];
  for (const position of positions) {
    await pace();
    matches.push(matchArticle(query, index, position, dimensions));
  }
  await pace();
  const question = attention.read(query);
  const asked = readForSameness(query.tokens, sameness, dimensions);
  const readings = new Map<number, Reading>();
  for (const { position, bestSentence, nearestQuestion } of matchesToRead(matches)) {
    await pace();
    const entry = index.articles[position];
    readings.set(position, {
      attention: attention.score(question, passageTokens(entry, bestSentence, dimensions)),
      sameness: readSameness(asked, questionAt(entry, nearestQuestion), sameness, dimensions),
    });
  }
  return withReadings(matches, readings);
}

/** The candidates that are worth reading, most promising first. */
export function matchesToRead(matches: readonly ArticleMatch[]): ArticleMatch[] {
  const promise = ({ features }: ArticleMatch) => Math.max(features[NEAREST], features[SAMPLE]) + features[COVERED];
  return matches.toSorted((a, b) => promise(b) - promise(a)).slice(0, MOST_READ);
}

/** Enters what was read of the candidates; those not read stand where the worst of these does. */
export function withReadings(matches: readonly ArticleMatch[], readings: ReadonlyMap<number, Reading>): ArticleMatch[] {
  const all = [...readings.values()];
  // Nothing was read where a message has no token the embedder knows.
  const lowest = (part: keyof Reading) => (all.length === 0 ? 0 : Math.min(...all.map((reading) => reading[part])));
  const worst: Reading = { attention: lowest('attention'), sameness: lowest('sameness') };
  return matches.map((match) => {
    const { attention, sameness } = readings.get(match.position) ?? worst;
    return { ...match, features: match.features.with(ATTENTION, attention).with(SAMENESS, sameness) };
  });
}
