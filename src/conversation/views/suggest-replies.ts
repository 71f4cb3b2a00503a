import type { ConversationEvent } from '../../domain/conversation.ts';
import type { Suggest, Suggestion } from '../../ports/suggest.ts';
import { detectLanguage } from '../../text/detect-language.ts';
import { foldConversation } from '../state/fold-conversation.ts';

/** The most recent words of the customer that suggestions are looked for with, in characters. */
const MOST_WORDS = 400;

/**
 * What an agent might answer to what the customer wrote since the agent's last line; to the customer's last words when
 * there is nothing new.
 */
export async function suggestReplies(
  conversationId: string,
  events: readonly ConversationEvent[],
  { suggest }: Suggest,
): Promise<readonly Suggestion[]> {
  const answered = events.findLastIndex((event) => event.type === 'agent_replied');
  const written = (from: number) =>
    events.slice(from).flatMap((event) => (event.type === 'customer_wrote' ? [event.text] : []));
  const recent = written(answered + 1);
  const words = (recent.length > 0 ? recent.slice(-3) : written(0).slice(-1)).join('\n').slice(-MOST_WORDS);
  if (words === '') return [];
  const language = detectLanguage(words) ?? foldConversation(conversationId, events).language ?? 'zh';
  return suggest(words, language);
}
