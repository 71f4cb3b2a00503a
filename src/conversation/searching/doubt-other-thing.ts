import type { SearchResult } from '../../retrieval/search-result.ts';
import type { ShopVocabulary } from './shop-vocabulary.ts';
import { EITHER } from './weigh-readings.ts';

/**
 * What a message finds that names a thing, where the best article is about another of the same kind: about half of the probability is left,
 * unless both are shown, and the article on what is named is offered first. Asked of 中蜂, an article on 意蜂 is seldom meant, however well
 * it fits. Pure.
 * @param text the message
 */
export function doubtOtherThing(
  found: SearchResult,
  text: string,
  { namesIn, namesOf }: Pick<ShopVocabulary, 'namesIn' | 'namesOf'>,
): SearchResult {
  const { candidates, probability, together, passages } = found;
  const best = candidates.find(({ article }) => article === passages[0]?.citation.article);
  if (!best) return found;
  const named = namesIn(text);
  const isNamed = (article: string) => named.some((word) => namesOf(article).has(word));
  const names = [...namesOf(best.article)];
  const isSibling = names.some((name) => named.some((word) => areSiblings(word, name)));
  // Words run together: 能跟意蜂放一起 holds the name, whatever it is cut into.
  const isAbout = names.some((name) => text.includes(name));
  const rival = candidates.find(({ article }) => isNamed(article));
  if (!isSibling || !rival || isAbout) return found;
  const showsRival = together?.passages.some(({ citation }) => citation.article === rival.article);
  return {
    ...found,
    probability: probability * EITHER,
    together: showsRival ? together : undefined,
    candidates: [rival, best, ...candidates.filter((candidate) => candidate !== rival && candidate !== best)],
  };
}

/** Whether two Chinese words name things of one kind, as their last character says: 中蜂 and 意蜂. */
function areSiblings(one: string, other: string): boolean {
  const isAlike = one.length > 1 && one.length === other.length && one.at(-1) === other.at(-1);
  return isAlike && one !== other && /\p{Script=Han}$/u.test(one);
}
