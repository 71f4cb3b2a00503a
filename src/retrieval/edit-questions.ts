import { dot } from '../numeric/dot.ts';
import type { VectorIndex } from '../ports/vector-index.ts';
import type { Article } from './article.ts';
import { type IndexUnit, unitsOf } from './index-units.ts';
import { type IndexedArticle, indexArticle } from './indexed-article.ts';
import type { LanguageSearch } from './knowledge-index.ts';
import { countWords } from './language-index.ts';
import { LexicalIndex } from './lexical-index.ts';
import { embedUnits, unitKey } from './unit-vectors.ts';

/** A sample question that an article would have, or would no longer have. */
export interface QuestionEdit {
  /** Id of the article. */
  readonly article: string;
  readonly add?: string;
  readonly remove?: string;
}

/**
 * The search as it would be had the editor added or removed a sample question: everything an index build derives from
 * the article is derived anew, in memory. A few hundred milliseconds; nothing is cached and `search` does not change.
 *
 * @returns undefined when the language has no such article
 */
export async function editQuestions(search: LanguageSearch, edit: QuestionEdit): Promise<LanguageSearch | undefined> {
  const { index } = search;
  const position = index.articles.findIndex(({ article }) => article.id === edit.article);
  if (position < 0) return undefined;
  const before = index.articles[position];
  const kept = before.article.questions.filter((question) => question !== edit.remove);
  const article: Article = { ...before.article, questions: edit.add === undefined ? kept : [...kept, edit.add] };
  const articles = index.articles.with(position, await indexAnew(search, position, article));
  const isRemoved = (at: number, { kind, text }: IndexUnit) =>
    at === position && kind === 'question' && text === edit.remove;
  const positions = index.articles.flatMap(({ units }, at) => units.map(({ unit }) => isRemoved(at, unit)));
  const added = articles[position].questions.filter(({ unit }) => unit.text === edit.add);
  const { language } = index;
  return {
    ...search,
    index: {
      ...index,
      articles,
      lexical: lexicalOf(articles),
      words: language === 'en' ? wordsOf(articles) : index.words,
      vectors: editVectors(
        index.vectors,
        new Set(positions.flatMap((removed, at) => (removed ? at : []))),
        added.map(({ vectors }) => vectors.context),
      ),
      articleOfPosition: [...index.articleOfPosition, ...added.map(() => position)],
    },
  };
}

async function indexAnew(search: LanguageSearch, position: number, article: Article): Promise<IndexedArticle> {
  const { index, embedder, space, rankIntents, memory } = search;
  const known = new Map(index.articles[position].units.map(({ unit, vectors }) => [unitKey(unit), vectors]));
  const vectors = await embedUnits(unitsOf(article), known, embedder, space);
  return indexArticle(article, vectors, rankIntents, memory);
}

function lexicalOf(articles: readonly IndexedArticle[]): LexicalIndex {
  const lexical = new LexicalIndex();
  for (const { terms } of articles) lexical.add(terms);
  return lexical;
}

function wordsOf(articles: readonly IndexedArticle[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { article } of articles) countWords(article, counts);
  return counts;
}

/** Building a graph anew takes seconds; two vectors more or less do not need one. */
function editVectors(base: VectorIndex, removed: ReadonlySet<number>, added: readonly Float32Array[]): VectorIndex {
  return {
    size: base.size + added.length,
    dimensions: base.dimensions,
    search(vector, count) {
      const kept = base.search(vector, count + removed.size).filter(({ position }) => !removed.has(position));
      const own = added.map((each, at) => ({ position: base.size + at, similarity: dot(vector, each) }));
      return [...kept, ...own].sort((a, b) => b.similarity - a.similarity).slice(0, count);
    },
  };
}
