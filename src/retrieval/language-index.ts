import type { IntentScore, Language } from '../domain/understanding.ts';
import type { VectorIndex, VectorIndexFactory } from '../ports/vector-index.ts';
import { createPace } from '../system/create-pace.ts';
import type { WordCounts } from '../text/correct-spelling.ts';
import { normalizeText } from '../text/normalize-text.ts';
import type { Article } from './article.ts';
import { type IndexUnit, indexUnits } from './index-units.ts';
import { LexicalIndex } from './lexical-index.ts';
import { searchTerms } from './search-terms.ts';
import { type UnitVectors, unitKey, type VectorCache } from './unit-vectors.ts';

/** An indexed unit with its vectors. */
export interface IndexedUnit {
  readonly unit: IndexUnit;
  readonly vectors: UnitVectors;
  readonly terms: ReadonlySet<string>;
}

/** Everything that is needed to match a question against one article. */
export interface IndexedArticle {
  readonly article: Article;
  readonly title: IndexedUnit;
  readonly questions: readonly IndexedUnit[];
  readonly headings: readonly (IndexedUnit | undefined)[];
  readonly sentences: readonly IndexedUnit[];
  /** How strongly the title, a sample question or a heading speaks of each intent, 0 to 1. */
  readonly intents: ReadonlyMap<string, number>;
}

/** Intents a text may have with their probabilities, from its sentence vector; none where no classifier is. */
export type RankIntents = (text: string, vector: Float32Array) => readonly IntentScore[];

/** The searchable articles of one language. */
export interface LanguageIndex {
  readonly language: Language;
  readonly articles: readonly IndexedArticle[];
  readonly lexical: LexicalIndex;
  /** How often each English word stands in the articles; empty for Chinese. */
  readonly words: WordCounts;
  /** Over the context vectors of all units. */
  readonly vectors: VectorIndex;
  /** Article of each position in `vectors`. */
  readonly articleOfPosition: readonly number[];
}

/**
 * Joins articles with their vectors into an index, a few milliseconds at a time.
 * @param vectors holds every unit of the articles
 * @param cachePath where the vector index may be kept for the next build, without ending
 */
export async function buildLanguageIndex(
  language: Language,
  articles: readonly Article[],
  vectors: VectorCache,
  factory: VectorIndexFactory,
  dimensions: number,
  rankIntents: RankIntents,
  cachePath?: string,
): Promise<LanguageIndex> {
  const pace = createPace();
  const units: IndexedUnit[] = [];
  const byArticle = articles.map((): IndexedUnit[] => []);
  for (const unit of indexUnits(articles)) {
    const entry = withVectors(unit, language, vectors);
    units.push(entry);
    byArticle[unit.article].push(entry);
    await pace();
  }
  const contexts = units.map((entry) => entry.vectors.context);
  // Others do most of it, so it goes on beside what follows.
  const neighbours = factory.build(contexts, dimensions, cachePath);
  neighbours.catch(() => {});
  const joined: IndexedArticle[] = [];
  const lexical = new LexicalIndex();
  const words = new Map<string, number>();
  for (const [position, article] of articles.entries()) {
    joined.push(joinArticle(article, byArticle[position], rankIntents));
    lexical.add(searchTerms(fullText(article), language));
    if (language === 'en') countWords(article, words);
    await pace();
  }
  return {
    language,
    articles: joined,
    lexical,
    words,
    vectors: await neighbours,
    articleOfPosition: units.map((entry) => entry.unit.article),
  };
}

/** A unit with its vectors and terms. @throws Error when `vectors` lacks it */
export function withVectors(unit: IndexUnit, language: Language, vectors: VectorCache): IndexedUnit {
  const found = vectors.get(unitKey(unit));
  if (!found) throw new Error(`no vectors for unit ${unitKey(unit)}`);
  return { unit, vectors: found, terms: new Set(searchTerms(unit.text, language)) };
}

/** @param units of this article, in reading order */
export function joinArticle(article: Article, units: readonly IndexedUnit[], rankIntents: RankIntents): IndexedArticle {
  const [title] = units;
  return {
    article,
    title,
    questions: units.filter(({ unit }) => unit.kind === 'question'),
    headings: article.sections.map((_, section) =>
      units.find(({ unit }) => unit.kind === 'heading' && unit.section === section),
    ),
    sentences: units.filter(({ unit }) => unit.kind === 'sentence'),
    intents: intentsOf(article, units, rankIntents),
  };
}

/** Every word of an article that lexical search knows. */
export function fullText(article: Article): string {
  const sections = article.sections.flatMap(({ heading, sentences }) => [heading, ...sentences]);
  return [article.title, ...article.questions, ...sections].join(' ');
}

/** What an editor declared is certain; the rest is read from the units that ask or name something. */
function intentsOf(article: Article, units: readonly IndexedUnit[], rankIntents: RankIntents): Map<string, number> {
  const intents = new Map(article.intents.map((name) => [name, 1]));
  for (const { unit, vectors } of units.filter((entry) => entry.unit.kind !== 'sentence')) {
    for (const { name, confidence } of rankIntents(unit.text, vectors.sentence)) {
      intents.set(name, Math.max(intents.get(name) ?? 0, confidence));
    }
  }
  return intents;
}

/** Adds an English article's words to `counts`. */
export function countWords(article: Article, counts: Map<string, number>): void {
  for (const word of normalizeText(fullText(article)).match(/[a-z]{2,}/g) ?? []) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
}
