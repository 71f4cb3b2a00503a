import { dot } from '../numeric/dot.ts';
import { joinRows, rowProducts } from '../numeric/row-products.ts';
import { createPace } from '../system/create-pace.ts';
import type { AttentionModel } from './attention-model.ts';
import type { IndexedArticle, IndexedUnit } from './indexed-article.ts';
import type { LanguageIndex } from './language-index.ts';
import { passageTokens } from './passage-tokens.ts';
import type { Query } from './query.ts';
import { tokenFeatures } from './token-features.ts';

/** Names of the numbers that describe how one article matches one question, in the order of the vector. */
export const MATCH_FEATURES = [
  'title',
  'titleInstructed',
  'sentence',
  'sentenceInstructed',
  'context',
  'contextInstructed',
  'heading',
  'headingInstructed',
  'twoSentences',
  'centroid',
  'sampleQuestion',
  'hasSampleQuestions',
  'bm25',
  'termShare',
  'titleTermShare',
  'sentenceTermShare',
  'heaviestMissingTerm',
  'sentenceTokensAsked',
  'intentAgreement',
  'intentCertainty',
  ...coverageNames('article'),
  ...coverageNames('passage'),
  'titleTokens',
  'recalledTitle',
  'recalledText',
  'recalledNearest',
  'recalledUnanswered',
  'attention',
] as const;

/** So many of the candidates are read with the attention model; the others hardly ever hold the answer. */
const MOST_READ = 6;
const [NEAREST, COVERED, TITLE, TEXT, ATTENTION] = (
  ['contextInstructed', 'article.average', 'recalledTitle', 'recalledText', 'attention'] as const
).map((name) => MATCH_FEATURES.indexOf(name));
/** Weight of what is recalled, beside two cosines. On eight shops any from 0.1 to 0.3 does. */
const RECALLED_WEIGHT = 0.1;

function coverageNames<Scope extends string>(scope: Scope) {
  return [
    `${scope}.average`,
    `${scope}.lowest`,
    `${scope}.lowestHeavy`,
    `${scope}.below50`,
    `${scope}.below60`,
    `${scope}.below70`,
    `${scope}.above80`,
    `${scope}.miss`,
  ] as const;
}

/** A described match: the feature vector, and the section in which the best sentence stands. */
export interface ArticleMatch {
  /** Position of the article in the index. */
  readonly position: number;
  readonly features: Float64Array;
  readonly bestSection: number;
  /** Position among the sentences of the article; -1 when it has none. */
  readonly bestSentence: number;
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
  attention: AttentionModel,
): Promise<ArticleMatch[]> {
  const pace = createPace('turn');
  const matches: ArticleMatch[] = [];
  for (const position of positions) {
    await pace();
    matches.push(matchArticle(query, index, position, dimensions));
  }
  await pace();
  const question = attention.read(query);
  const scores = new Map<number, number>();
  for (const { position, bestSentence } of matchesToRead(matches)) {
    await pace();
    const passage = passageTokens(index.articles[position], bestSentence, dimensions);
    scores.set(position, attention.score(question, passage));
  }
  return withAttention(matches, scores);
}

/** The candidates that are worth reading, most promising first. */
export function matchesToRead(matches: readonly ArticleMatch[]): ArticleMatch[] {
  const promise = ({ features }: ArticleMatch) =>
    features[NEAREST] + features[COVERED] + RECALLED_WEIGHT * (features[TITLE] + features[TEXT]);
  return matches.toSorted((a, b) => promise(b) - promise(a)).slice(0, MOST_READ);
}

/** Enters the scores of the candidates that were read; the others stand where the worst of these does. */
export function withAttention(matches: readonly ArticleMatch[], scores: ReadonlyMap<number, number>): ArticleMatch[] {
  // Nothing was read where a message has no token the embedder knows.
  const lowest = scores.size === 0 ? 0 : Math.min(...scores.values());
  return matches.map((match) => ({
    ...match,
    features: match.features.with(ATTENTION, scores.get(match.position) ?? lowest),
  }));
}

/** Everything but the attention model's score, which needs to know all candidates. */
export function matchArticle(query: Query, index: LanguageIndex, position: number, dimensions: number): ArticleMatch {
  const entry = index.articles[position];
  const dense = denseFeatures(query, entry);
  const token = tokenFeatures(query, entry, dimensions);
  const features = Float64Array.from([
    ...dense.features,
    ...lexicalFeatures(query, index, position),
    token.asked,
    intentAgreement(query, entry),
    query.intents[0]?.confidence ?? 0,
    ...Object.values(token.article),
    ...Object.values(token.passage),
    token.title,
    ...recalledFeatures(query, entry),
    0,
  ]);
  const { unit } = entry.sentences[dense.best] ?? entry.title;
  return { position, features, bestSection: Math.max(0, unit.section), bestSentence: dense.best };
}

function denseFeatures(query: Query, entry: IndexedArticle): { features: number[]; best: number } {
  const { sentences, title, questions } = entry;
  const headings = entry.headings.flatMap((heading) => heading ?? []);
  const asked = joinRows([query.sentence, query.instructed]);
  const cosines = rowProducts(
    asked,
    [
      title.vectors.sentence,
      ...headings.map(({ vectors }) => vectors.sentence),
      ...questions.map(({ vectors }) => vectors.sentence),
      ...sentences.map(({ vectors }) => vectors.sentence),
      ...sentences.map(({ vectors }) => vectors.context),
    ],
    query.sentence.length,
  );
  const [plain, instructed] = [cosines.subarray(0, cosines.length / 2), cosines.subarray(cosines.length / 2)];
  // Where each kind begins among the columns.
  const question = 1 + headings.length;
  const sentence = question + questions.length;
  const context = sentence + sentences.length;
  const [firstHeading, afterHeadings] = headings.length > 0 ? [1, question] : [0, 1];
  const bySentence = plain.subarray(sentence, context);
  const byContext = plain.subarray(context);
  const sorted = bySentence.toSorted((a, b) => b - a);
  const features = [
    plain[0],
    instructed[0],
    highest(bySentence),
    highest(instructed.subarray(sentence, context)),
    highest(byContext),
    highest(instructed.subarray(context)),
    highest(plain.subarray(firstHeading, afterHeadings)),
    highest(instructed.subarray(firstHeading, afterHeadings)),
    ((sorted[0] ?? 0) + (sorted[1] ?? sorted[0] ?? 0)) / 2,
    byContext.reduce((sum, value) => sum + value, 0) / Math.max(1, byContext.length),
    highest(plain.subarray(question, sentence)),
    questions.length > 0 ? 1 : 0,
  ];
  const combined = bySentence.map((value, index) => value + byContext[index]);
  return { features, best: combined.indexOf(highest(combined)) };
}

function lexicalFeatures(query: Query, index: LanguageIndex, position: number): number[] {
  const { lexical } = index;
  const entry = index.articles[position];
  const weights = query.terms.map((term) => lexical.inverseDocumentFrequency(term));
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const share = (holds: (term: string) => boolean) =>
    query.terms.reduce((sum, term, at) => (holds(term) ? sum + weights[at] : sum), 0) / total;
  const missing = query.terms.map((term, at) => (lexical.holds(position, term) ? 0 : weights[at]));
  return [
    lexical.score(position, query.terms),
    share((term) => lexical.holds(position, term)),
    share((term) => entry.title.terms.has(term)),
    highest(
      entry.sentences.map((sentence) => share((term) => contextTerms(entry, sentence).some((set) => set.has(term)))),
    ),
    highest(missing),
  ];
}

/** Term sets of a sentence, its heading and its title. */
function contextTerms(entry: IndexedArticle, sentence: IndexedUnit): ReadonlySet<string>[] {
  const heading = entry.headings[sentence.unit.section];
  return heading ? [sentence.terms, heading.terms, entry.title.terms] : [sentence.terms, entry.title.terms];
}

/** How far the article resembles those that answered others who asked like this. */
function recalledFeatures({ recollection }: Query, { gist }: IndexedArticle): number[] {
  if (!recollection) return [0, 0, 0, 0];
  const { nearest, unanswered, gist: recalled } = recollection;
  const likeness = gist ? [dot(recalled.title, gist.title), dot(recalled.text, gist.text)] : [0, 0];
  return [...likeness, nearest, unanswered];
}

/** How far the question's likely intents are those the article speaks of. */
function intentAgreement(query: Query, entry: IndexedArticle): number {
  return query.intents.reduce((sum, { name, confidence }) => sum + confidence * (entry.intents.get(name) ?? 0), 0);
}

function highest(values: Float32Array | readonly number[]): number {
  let best = 0;
  for (const value of values) if (value > best) best = value;
  return best;
}
