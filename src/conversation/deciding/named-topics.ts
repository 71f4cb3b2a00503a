import type { IntentScore, Language } from '../../domain/understanding.ts';
import type { Candidate, SearchResult } from '../../retrieval/search-result.ts';
import { asksSomething } from '../reading/asks-something.ts';

/** From here on an intent tells which articles a report is a matter for. */
const SURE = 0.8;
/** What is asked of every report, and so says no more than the report. */
const OPEN_QUESTION: Readonly<Record<Language, RegExp>> = {
  zh: /(?:怎么|咋)(?:办|弄|整|处理|解决)[呀啊呢了]*|[?？]/gu,
  en: /\bwhat (?:now|do i do|(?:should|can) i do)\b|\?/giu,
};

/**
 * The candidates that speak of the intent of a message that reports or names something: 线头很多, *it's not what I ordered*,
 * *apple pay?*. None for a question of its own, whose answer they lack, and where the intent is not sure. Pure.
 */
export function namedTopics(
  { candidates }: Pick<SearchResult, 'candidates'>,
  {
    text,
    language,
    intents,
  }: { readonly text: string; readonly language: Language; readonly intents: readonly IntentScore[] },
): readonly Candidate[] {
  const [intent] = intents;
  if (!intent || intent.confidence < SURE) return [];
  if (asksSomething(text.replace(OPEN_QUESTION[language], ' ').trim(), language)) return [];
  return candidates.filter((candidate) => candidate.intents?.includes(intent.name));
}
