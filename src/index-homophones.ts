import { readableText } from './intents/featurise-texts.ts';
import type { Intent } from './intents/intent.ts';
import type { Article } from './retrieval/article.ts';
import { areSameArticlesIn } from './retrieval/same-articles.ts';
import { createPace } from './system/create-pace.ts';
import { buildHomophoneIndex, type HomophoneIndex } from './text/homophone-index.ts';
import { normalizeText } from './text/normalize-text.ts';

/**
 * What Chinese customers of the shop may mean, from its articles and from what customers say; undefined for a shop
 * without Chinese articles, which need not pay for it.
 */
export async function indexHomophones(
  articles: readonly Article[],
  intents: readonly Intent[],
): Promise<HomophoneIndex | undefined> {
  const written = articles.filter(({ language }) => language === 'zh').flatMap(textsOf);
  if (written.length === 0) return undefined;
  const pace = createPace();
  const texts: string[] = [];
  for (const text of written) {
    texts.push(normalizeText(text));
    await pace();
  }
  for (const example of intents.flatMap(({ examples }) => examples.zh)) {
    texts.push(readableText(example));
    await pace();
  }
  return buildHomophoneIndex(texts, pace);
}

/** Whether the homophones of one set of articles are those of the other. */
export function haveSameHomophones(one: readonly Article[], other: readonly Article[]): boolean {
  return areSameArticlesIn('zh', one, other);
}

function textsOf({ title, questions, sections }: Article): string[] {
  return [title, ...questions, ...sections.flatMap(({ heading, sentences }) => [heading, ...sentences])];
}
