import { normalizeText } from '../text/normalize-text.ts';
import type { Article } from './article.ts';

/** Something about an article that is allowed and yet hardly meant. */
export interface ArticleDoubt {
  /** Id of the article. */
  readonly article: string;
  /** The words of its file that it is about. */
  readonly about: string;
  readonly message: string;
}

/**
 * What only shows beside the other articles, the intents and the calendar: two articles that claim the same question,
 * intents that are none, and articles whose time is over.
 * @param intents names of the intents that serve; undefined when they are not known
 * @param today day (YYYY-MM-DD) in the shop's time zone
 */
export function articleDoubts(
  articles: readonly Article[],
  intents: ReadonlySet<string> | undefined,
  today: string,
): ArticleDoubt[] {
  const sameTitle = twins(articles, ({ title }) => [title], 'has the title of');
  const sameQuestion = twins(articles, ({ questions }) => questions, 'has a sample question of');
  const alone = articles.flatMap(({ id, intents: named, effective }): ArticleDoubt[] => {
    const unknown = intents ? named.filter((name) => !intents.has(name)) : [];
    const doubts = unknown.map((name) => ({ article: id, about: name, message: `there is no intent ${name}` }));
    const { to } = effective ?? {};
    if (to === undefined || to >= today) return doubts;
    return [...doubts, { article: id, about: to, message: `is no longer served: effective ended on ${to}` }];
  });
  return [...sameTitle, ...sameQuestion, ...alone];
}

/** Articles that share a text with an earlier one of their language which is served on some same day. */
function twins(articles: readonly Article[], textsOf: (article: Article) => readonly string[], what: string) {
  const holders = new Map<string, Article[]>();
  return articles.flatMap((article) =>
    textsOf(article).flatMap((text): ArticleDoubt[] => {
      const key = `${article.language} ${normalizeText(text).replace(/[\s?.!。]+$/, '')}`;
      const earlier = holders.get(key) ?? [];
      holders.set(key, [...earlier, article]);
      const twin = earlier.find((other) => other !== article && haveSameDay(other, article));
      const message = `${what} ${twin?.id}.md: "${text}"; only one of the two can answer it`;
      return twin ? [{ article: article.id, about: text, message }] : [];
    }),
  );
}

/** The article on this year's holidays may be called as that on last year's. */
function haveSameDay({ effective: a }: Article, { effective: b }: Article): boolean {
  const isOver = (to?: string, from?: string) => to !== undefined && from !== undefined && to < from;
  return !isOver(a?.to, b?.from) && !isOver(b?.to, a?.from);
}
