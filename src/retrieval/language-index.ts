import { setImmediate as nextTick } from 'node:timers/promises';
import type { IntentScore, Language } from '../domain/understanding.ts';
import type { VectorIndex, VectorIndexFactory } from '../ports/vector-index.ts';
import { normalizeText } from '../text/normalize-text.ts';
import type { Article } from './article.ts';
import type { WordCounts } from './correct-spelling.ts';
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

/** Segmenting so many units takes a few milliseconds. */
const UNITS_AT_A_TIME = 32;

/** Joins articles with their vectors into an index, a few milliseconds at a time. @param vectors holds every unit of the articles */
export async function buildLanguageIndex(
  language: Language,
  articles: readonly Article[],
  vectors: VectorCache,
  factory: VectorIndexFactory,
  dimensions: number,
  rankIntents: RankIntents,
): Promise<LanguageIndex> {
  const units: IndexedUnit[] = [];
  for (const unit of indexUnits(articles)) {
    units.push(withVectors(unit, language, vectors));
    if (units.length % UNITS_AT_A_TIME === 0) await nextTick();
  }
  const documents: string[][] = [];
  for (const article of articles) {
    documents.push(searchTerms(fullText(article), language));
    await nextTick();
  }
  const byArticle = new Map<number, IndexedUnit[]>();
  for (const entry of units) {
    byArticle.set(entry.unit.article, [...(byArticle.get(entry.unit.article) ?? []), entry]);
  }
  return {
    language,
    articles: articles.map((article, position) => joinArticle(article, byArticle.get(position) ?? [], rankIntents)),
    lexical: new LexicalIndex(documents),
    words: language === 'en' ? countWords(articles) : new Map(),
    vectors: await factory.build(
      units.map((entry) => entry.vectors.context),
      dimensions,
    ),
    articleOfPosition: units.map((entry) => entry.unit.article),
  };
}

function withVectors(unit: IndexUnit, language: Language, vectors: VectorCache): IndexedUnit {
  const found = vectors.get(unitKey(unit));
  if (!found) throw new Error(`no vectors for unit ${unitKey(unit)}`);
  return { unit, vectors: found, terms: new Set(searchTerms(unit.text, language)) };
}

function joinArticle(article: Article, units: readonly IndexedUnit[], rankIntents: RankIntents): IndexedArticle {
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

function fullText(article: Article): string {
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

function countWords(articles: readonly Article[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const article of articles) {
    for (const word of normalizeText(fullText(article)).match(/[a-z]{2,}/g) ?? []) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}
