import type { IntentScore, Language } from '../domain/understanding.ts';
import { rowMixtures } from '../numeric/row-products.ts';
import type { Article } from './article.ts';
import { type IndexUnit, unitsOf } from './index-units.ts';
import { countTerms, type TermCounts } from './lexical-index.ts';
import type { Gist, QuestionMemory } from './question-memory.ts';
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
  /** All of the following, in reading order. */
  readonly units: readonly IndexedUnit[];
  readonly title: IndexedUnit;
  readonly questions: readonly IndexedUnit[];
  readonly headings: readonly (IndexedUnit | undefined)[];
  readonly sentences: readonly IndexedUnit[];
  /** How strongly the title, a sample question or a heading speaks of each intent, 0 to 1. */
  readonly intents: ReadonlyMap<string, number>;
  /** Undefined without a memory, and for a bare question, which its vectors say as well. */
  readonly gist?: Gist;
  /** Search terms of the whole text. */
  readonly terms: TermCounts;
}

/** Intents a text may have with their probabilities, from its sentence vector; none where no classifier is. */
export type RankIntents = (text: string, vector: Float32Array) => readonly IntentScore[];

/** Joins an article with the vectors of its units. @param vectors holds every one of them */
export function indexArticle(
  article: Article,
  vectors: VectorCache,
  rankIntents: RankIntents,
  memory?: Pick<QuestionMemory, 'gist'>,
): IndexedArticle {
  const { language } = article;
  const units = unitsOf(article).map((unit) => withVectors(unit, language, vectors));
  const [title] = units;
  return {
    article,
    units,
    title,
    questions: units.filter(({ unit }) => unit.kind === 'question'),
    headings: article.sections.map((_, section) =>
      units.find(({ unit }) => unit.kind === 'heading' && unit.section === section),
    ),
    sentences: units.filter(({ unit }) => unit.kind === 'sentence'),
    intents: intentsOf(article, units, rankIntents),
    gist: memory && gistOf(units, memory),
    terms: countTerms(searchTerms(fullText(article), language)),
  };
}

function withVectors(unit: IndexUnit, language: Language, vectors: VectorCache): IndexedUnit {
  const found = vectors.get(unitKey(unit));
  if (!found) throw new Error(`no vectors for unit ${unitKey(unit)}`);
  return { unit, vectors: found, terms: new Set(searchTerms(unit.text, language)) };
}

/** Everything an article says, in one piece. */
export function fullText(article: Article): string {
  const sections = article.sections.flatMap(({ heading, sentences }) => [heading, ...sentences]);
  return [article.title, ...article.questions, ...sections].join(' ');
}

function gistOf(units: readonly IndexedUnit[], memory: Pick<QuestionMemory, 'gist'>): Gist | undefined {
  const outline = outlineOf(units);
  return outline && memory.gist(outline.title, outline.text);
}

/** Vector of the title, and mean vector of all that the article says; undefined when that is its title alone. */
export function outlineOf(units: readonly IndexedUnit[]): { title: Float32Array; text: Float32Array } | undefined {
  const [title, ...others] = units.filter(({ unit }) => unit.kind !== 'question');
  if (others.length === 0) return undefined;
  const contexts = [title, ...others].map(({ vectors }) => vectors.context);
  const even = new Float32Array(contexts.length).fill(1 / contexts.length);
  return { title: title.vectors.sentence, text: rowMixtures(even, contexts, title.vectors.sentence.length) };
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

/** From here on a title, a heading or a sample question is taken to speak of an intent. */
const SPEAKS_OF = 0.8;

/** Names of the intents that an article serves or speaks of. */
export function intentsSpokenOf({ intents }: Pick<IndexedArticle, 'intents'>): readonly string[] {
  return [...intents].filter(([, strength]) => strength >= SPEAKS_OF).map(([name]) => name);
}
