import { dot } from '../numeric/dot.ts';
import { segment } from '../text/segment.ts';
import type { IndexUnit } from './index-units.ts';
import type { LanguageIndex } from './language-index.ts';
import type { Query } from './query.ts';

/** A piece of an article and its cosine with a message; a sentence counts with or without its context, as is nearer. */
export interface NearUnit {
  readonly kind: IndexUnit['kind'];
  readonly text: string;
  readonly similarity: number;
}

/** The article's title, questions, headings and sentences nearest to the message, nearest first. */
export function nearestUnits(query: Query, index: LanguageIndex, position: number, count: number): NearUnit[] {
  const { title, questions, headings, sentences } = index.articles[position];
  return [title, ...questions, ...headings.flatMap((heading) => heading ?? []), ...sentences]
    .map(({ unit, vectors }) => ({
      kind: unit.kind,
      text: unit.text,
      similarity: Math.max(dot(query.sentence, vectors.sentence), dot(query.sentence, vectors.context)),
    }))
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, count);
}

/** A word of a message; `anywhere` when at least one article of the language holds it. */
export interface MissingWord {
  readonly word: string;
  readonly anywhere: boolean;
}

/**
 * Words of the message that stand nowhere in the article, the most telling first: Chinese words of two characters or
 * more, English ones without stop words and endings.
 */
export function missingWords(query: Query, index: LanguageIndex, position: number, count: number): MissingWord[] {
  const { lexical } = index;
  const whole = new Set(query.language === 'zh' ? segment(query.text).filter((word) => word.length > 1) : query.terms);
  return query.terms
    .filter((term) => whole.has(term) && !lexical.holds(position, term))
    .map((word) => ({ word, weight: lexical.inverseDocumentFrequency(word) }))
    .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
    .slice(0, count)
    .map(({ word }) => ({ word, anywhere: index.articles.some((_, document) => lexical.holds(document, word)) }));
}
