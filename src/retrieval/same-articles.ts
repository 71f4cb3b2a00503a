import type { Language } from '../domain/understanding.ts';
import type { Article } from './article.ts';

/** Whether two lists hold the same articles in the same order: one that was not edited is the same object. Pure. */
export function areSameArticles(before: readonly Article[], now: readonly Article[]): boolean {
  return before.length === now.length && now.every((article, at) => article === before[at]);
}

/** The same of one language's articles alone. Pure. */
export function areSameArticlesIn(language: Language, before: readonly Article[], now: readonly Article[]): boolean {
  const isOf = (article: Article) => article.language === language;
  return areSameArticles(before.filter(isOf), now.filter(isOf));
}
