import type { Language } from '../../domain/understanding.ts';
import type { ArticleLine } from '../../retrieval/search-result.ts';
import { substituteTopic } from '../reading/substitute-topic.ts';

/** A message, and what was asked and shown before it. */
export interface AskedOn {
  readonly text: string;
  readonly language: Language;
  /** Absent where nothing was asked. */
  readonly before?: string;
  /** Articles of the last reply. */
  readonly shown: readonly string[];
}

/** The lines of an article and how near each is to a text. */
export type LinesOf = (article: string, text: string, language: Language) => Promise<readonly ArticleLine[]>;

/**
 * The lines of an article, as near as they are to a message by itself and with the question before it, in equal parts: M呢
 * asks for a row of what was spoken of, 要多久 for a line that the former question does not hold. An article of earlier turns has nothing to do
 * with the question before.
 */
export async function linesInContext(
  article: string,
  { text, language, before, shown }: AskedOn,
  linesOf: LinesOf,
): Promise<readonly ArticleLine[]> {
  if (before === undefined || !shown.includes(article)) return linesOf(article, text, language);
  const whole = substituteTopic(before, text, language) ?? `${before} ${text}`;
  const [lines, inContext] = await Promise.all([text, whole].map((asked) => linesOf(article, asked, language)));
  return lines.map((line, at) => ({ ...line, nearness: (line.nearness + inContext[at].nearness) / 2 }));
}
