import type { Language } from '../domain/understanding.ts';
import type { VectorIndex, VectorIndexFactory } from '../ports/vector-index.ts';
import { createPace } from '../system/create-pace.ts';
import type { WordCounts } from '../text/correct-spelling.ts';
import { normalizeText } from '../text/normalize-text.ts';
import type { Article } from './article.ts';
import { fullText, type IndexedArticle } from './indexed-article.ts';
import { LexicalIndex } from './lexical-index.ts';

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
 * Joins indexed articles into an index, a few milliseconds at a time.
 * @param indexArticle takes an article over from a former index or reads it anew
 * @param cachePath where the vector index may be kept for the next build, without ending
 */
export async function buildLanguageIndex(
  language: Language,
  articles: readonly Article[],
  indexArticle: (article: Article) => IndexedArticle,
  factory: VectorIndexFactory,
  dimensions: number,
  cachePath?: string,
): Promise<LanguageIndex> {
  const pace = createPace();
  const indexed: IndexedArticle[] = [];
  for (const article of articles) {
    indexed.push(indexArticle(article));
    await pace();
  }
  const contexts = indexed.flatMap(({ units }) => units.map(({ vectors }) => vectors.context));
  // Others do most of it, so it goes on beside what follows.
  const neighbours = factory.build(contexts, dimensions, cachePath);
  neighbours.catch(() => {});
  const lexical = new LexicalIndex();
  const words = new Map<string, number>();
  for (const { article, terms } of indexed) {
    lexical.add(terms);
    if (language === 'en') countWords(article, words);
    await pace();
  }
  return {
    language,
    articles: indexed,
    lexical,
    words,
    vectors: await neighbours,
    articleOfPosition: indexed.flatMap(({ units }, position) => units.map(() => position)),
  };
}

/** Adds an English article's words to `counts`. */
export function countWords(article: Article, counts: Map<string, number>): void {
  for (const word of normalizeText(fullText(article)).match(/[a-z]{2,}/g) ?? []) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
}
