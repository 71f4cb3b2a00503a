import type { ConversationEvent } from '../../domain/conversation.ts';
import type { TurnResult } from '../../domain/turn.ts';

type Replied = Extract<ConversationEvent, { type: 'bot_replied' }>;

/**
 * A customer who adds 就是那件黑色的 just after the answer appeared must not be told the same again: when the last reply
 * is younger than `withinMs` and this result says the same from the same articles, the result becomes silent.
 * Call it for fragments only: whoever asks a whole question again wants an answer.
 */
export function silenceRepeat(
  events: readonly ConversationEvent[],
  result: TurnResult,
  turn: { readonly now: number; readonly withinMs: number },
): TurnResult {
  const last = events.findLast((event): event is Replied => event.type === 'bot_replied' && event.reply !== '');
  if (!last || turn.now - last.at >= turn.withinMs || !saysTheSame(last, result)) return result;
  return { ...result, reply: '', action: 'silent', citations: [], awaiting: undefined };
}

function saysTheSame(last: Replied, result: TurnResult): boolean {
  const articles = (citations: TurnResult['citations']) => citations.map((citation) => citation.article).join('\n');
  return (
    !result.handoff &&
    result.citations.length > 0 &&
    result.reply === last.reply &&
    articles(result.citations) === articles(last.citations)
  );
}
