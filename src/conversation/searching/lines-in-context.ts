import type { Language } from '../../domain/understanding.ts';
import type { ArticleLine } from '../../retrieval/search-result.ts';
import { substituteTopic } from '../reading/substitute-topic.ts';

/** A message and the question before it, if there was one. */
export interface AskedOn {
  readonly text: string;
  readonly language: Language;
  readonly before?: string;
}

/** The lines of an article and how near each is to a text. */
export type LinesOf = (article: string, text: string, language: Language) => Promise<readonly ArticleLine[]>;

/**
 * The lines of an article, as near as they are to a message by itself and with the question before it, in equal parts: M呢
 * asks for a row of what was spoken of, 要多久 for a line that the former question does not hold.
 */
export async function linesInContext(
  article: string,
  { text, language, before }: AskedOn,
  linesOf: LinesOf,
): Promise<readonly ArticleLine[]> {
  if (before === undefined) return linesOf(article, text, language);
  const whole = substituteTopic(before, text, language) ?? `${before} ${text}`;
  const [lines, inContext] = await Promise.all([text, whole].map((asked) => linesOf(article, asked, language)));
  return lines.map((line, at) => ({ ...line, nearness: (line.nearness + inContext[at].nearness) / 2 }));
}
