import type { ConversationEvent } from '../../domain/conversation.ts';
import { ConflictError } from '../../domain/errors.ts';
import type { ConversationStore } from '../../ports/conversation-store.ts';
import { detectLanguage } from '../../text/detect-language.ts';
import type { ChatLine } from './chat-lines.ts';

/** Older lines than these say nothing about what is asked now. */
const MOST_LINES = 20;

/**
 * Writes what was said elsewhere into a conversation that is empty, so that follow-up questions are understood and an
 * agent who takes over can read it. Does nothing when the conversation has begun.
 */
export async function importHistory(
  store: Pick<ConversationStore, 'append'>,
  conversationId: string,
  history: readonly ChatLine[],
  now: number,
): Promise<void> {
  const recent = history.slice(-MOST_LINES);
  const begin = recent.findIndex(({ role }) => role === 'user');
  if (begin < 0) return;
  const lines = recent.slice(begin);
  const events = lines.map((line, index) => told(line, { index, question: lines[index - 1]?.text ?? '', at: now }));
  try {
    await store.append(conversationId, 0, events);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
  }
}

function told(
  { role, text }: ChatLine,
  { index, question, at }: { readonly index: number; readonly question: string; readonly at: number },
): ConversationEvent {
  const messageId = (number: number) => `history-${number}`;
  const imported = true;
  if (role === 'user') {
    return { type: 'customer_wrote', at, messageId: messageId(index), text, channel: 'openai', imported };
  }
  return {
    ...{ type: 'bot_replied', at, inReplyTo: [messageId(index - 1)], text: question, reply: text, action: 'answer' },
    language: detectLanguage(text) ?? 'zh',
    ...{ intents: [], sentiment: { label: 'neutral', score: 0, signals: [] }, citations: [], imported },
  };
}
