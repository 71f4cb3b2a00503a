import type { Language } from '../../domain/understanding.ts';
import type { Article } from '../../retrieval/article.ts';
import { ownWords } from '../reading/own-words.ts';

/** What the articles of one language tell of words. */
export interface ShopVocabulary {
  /** Whether questions of every kind hold the word, so that it does not say which is meant: 申请, 地址, *send*. */
  isGeneral(word: string): boolean;
  /** Words of a text that name what a few articles are about, most often goods: 卫衣, *candle*. In the order in which they stand. */
  namesIn(text: string): string[];
  /** Words that name what the article is about. */
  namesOf(articleId: string): ReadonlySet<string>;
}

/** Of a shop without articles. */
export const NO_VOCABULARY: ShopVocabulary = {
  isGeneral: () => false,
  namesIn: () => [],
  namesOf: () => new Set(),
};

/** A word in questions of so many folders, no half of them in one, is of no folder's topic. */
const GENERAL_FOLDERS = 4;
const GENERAL_SHARE = 0.5;
/** A name stands in the titles of so many articles at most, or is what customers call the subject of one. */
const NAMED_ARTICLES = 3;
const CALLED_AT_LEAST = 3;
const CALLED_SHARE = 0.8;

/** In which titles and questions a word stands. */
interface WordUse {
  readonly titles: Set<string>;
  /** Questions by article. */
  readonly questions: Map<string, number>;
  /** Titles and questions by folder. */
  readonly folders: Map<string, number>;
}

/**
 * Reads titles and sample questions of one language's articles.
 * @param pace awaited between articles: cutting thousands of questions into words takes longer than a turn may wait
 */
export async function readVocabulary(
  articles: readonly Article[],
  language: Language,
  pace: () => Promise<void>,
): Promise<ShopVocabulary> {
  const uses = await countUses(articles, language, pace);
  const namesOfArticle = new Map<string, Set<string>>();
  for (const [word, use] of uses) {
    for (const article of namedBy(use))
      namesOfArticle.set(article, (namesOfArticle.get(article) ?? new Set()).add(word));
  }
  const names = new Set([...namesOfArticle.values()].flatMap((words) => [...words]));
  return {
    isGeneral: (word) => !names.has(word) && isSpread(uses.get(word)),
    namesIn: (text) => ownWords(text, language).filter((word) => names.has(word)),
    namesOf: (article) => namesOfArticle.get(article) ?? new Set(),
  };
}

async function countUses(
  articles: readonly Article[],
  language: Language,
  pace: () => Promise<void>,
): Promise<ReadonlyMap<string, WordUse>> {
  const uses = new Map<string, WordUse>();
  for (const { id, title, questions } of articles.filter((article) => article.language === language)) {
    await pace();
    const folder = id.slice(0, Math.max(0, id.lastIndexOf('/')));
    for (const text of [title, ...questions]) {
      for (const word of new Set(ownWords(text, language))) {
        const use = uses.get(word) ?? { titles: new Set(), questions: new Map(), folders: new Map() };
        uses.set(word, use);
        if (text === title) use.titles.add(id);
        else increase(use.questions, id);
        increase(use.folders, folder);
      }
    }
  }
  return uses;
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Articles that a word names. */
function namedBy({ titles, questions }: WordUse): Iterable<string> {
  if (titles.size > NAMED_ARTICLES) return [];
  if (titles.size > 0) return titles;
  const all = sum(questions.values());
  return [...questions]
    .filter(([, count]) => count >= CALLED_AT_LEAST && count >= CALLED_SHARE * all)
    .map(([id]) => id);
}

function isSpread(use: WordUse | undefined): boolean {
  if (!use) return false;
  const counts = [...use.folders.values()];
  return counts.length >= GENERAL_FOLDERS && Math.max(...counts) <= GENERAL_SHARE * sum(counts);
}

function sum(counts: Iterable<number>): number {
  return [...counts].reduce((all, count) => all + count, 0);
}
