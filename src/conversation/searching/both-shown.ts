import type { ConversationState } from '../../domain/conversation.ts';
import type { Language } from '../../domain/understanding.ts';
import type { Passage, SearchResult } from '../../retrieval/search-result.ts';
import type { Topic } from '../reading/follow-up.ts';
import { lastSpoken } from '../state/last-spoken.ts';
import { type Reading, topOf } from './reading-odds.ts';

/** Asks which of several: 哪个轻, *which one is cheaper*. */
const ASKS_WHICH: Readonly<Record<Language, RegExp>> = {
  zh: /哪(?:一?个|款|种|条|件)(?!快递|平台|时候)/u,
  en: /\bwhich (?:ones?|is|has|of (?:them|these|those|the two))\b|^which\P{L}*$/iu,
};

/** Whether a message asks which of two things that the last reply showed. Pure. */
export function isOfBoth(state: ConversationState, text: string, language: Language): boolean {
  return lastSpoken(state)?.citations.length === 2 && asksWhich(text, language);
}

/** What both articles shown say to a message; undefined where neither is what is found. Pure. */
export function passagesOfBoth(
  weighed: SearchResult,
  readings: readonly Reading[],
  { article, options: [second] }: Topic,
): readonly Passage[] | undefined {
  const first = readings.find(({ kind }) => kind === 'after_title')?.found.passages[0];
  const other = readings.find(({ kind }) => kind === 'after_option')?.found.passages[0];
  if (!first || !other || first.citation.article !== article?.id || other.citation.title !== second) return undefined;
  return [first.citation.article, other.citation.article].includes(topOf(weighed) ?? '') ? [first, other] : undefined;
}

/** Whether a message asks which of several things, and so may be about any of them. Pure. */
export function asksWhich(text: string, language: Language): boolean {
  return ASKS_WHICH[language].test(text);
}
