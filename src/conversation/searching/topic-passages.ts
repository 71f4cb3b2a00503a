import type { ConversationState } from '../../domain/conversation.ts';
import type { Passage, SearchResult } from '../../retrieval/search-result.ts';
import { lastSpoken } from '../state/last-spoken.ts';

/**
 * What is found of the article that the conversation is at, because the last reply showed or offered it: whoever asks on or tells
 * more has not turned it down, and learns nothing from being asked whether it is meant. Undefined where another one is found. Pure.
 */
export function topicPassages(
  { passages }: Pick<SearchResult, 'passages'>,
  { turns, awaiting }: Pick<ConversationState, 'turns' | 'awaiting'>,
): readonly Passage[] | undefined {
  const shown = lastSpoken({ turns })?.citations ?? [];
  const offered = awaiting?.slot === 'topic' ? (awaiting.options ?? []) : [];
  const [found] = passages;
  if (!found) return undefined;
  const { article, title } = found.citation;
  return shown.some((each) => each.article === article) || offered.includes(title) ? [found] : undefined;
}
