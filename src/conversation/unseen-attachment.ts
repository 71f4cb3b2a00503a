import type { ConversationState } from '../domain/conversation.ts';
import type { TurnInput, TurnResult } from '../domain/turn.ts';
import type { Language, Understanding } from '../domain/understanding.ts';
import { handoffBrief } from '../escalation/handoff-brief.ts';
import { routeHandoff } from '../escalation/route-handoff.ts';
import { readEntities } from '../intents/entities.ts';
import type { Intent } from '../intents/intent.ts';
import type { Replies } from './deciding/replies.ts';
import { WORDLESS } from './reading/understand.ts';

/**
 * The turn of a customer who sends a picture or the like and not a word: the bot says that it cannot see it, and where
 * the turn before had failed as well, a person is called. Nothing is understood, looked up or searched.
 */
export function unseenAttachment(
  state: ConversationState,
  { texts, customer, nobodyComes }: TurnInput,
  language: Language,
  { replies, catalogue }: { readonly replies: Replies; readonly catalogue: ReadonlyMap<string, Intent> },
): TurnResult {
  const text = texts.join('\n');
  const understanding: Understanding = {
    ...{ text, language, intents: [], entities: [] },
    ...WORDLESS,
  };
  const { intents, entities, sentiment } = understanding;
  const common = { language, intents, entities, sentiment, citations: [], candidates: [] };
  const { unseen, handoff, handoffNoted } = replies[language];
  if (state.failures === 0) {
    // A screenshot of an order number that was asked for: it is still asked for.
    const awaiting = state.awaiting ?? ({ slot: 'topic', text } as const);
    return { ...common, action: 'clarify', reply: unseen, awaiting };
  }
  const reason = 'repeated_failure';
  const tier = customer?.tier ?? state.customer?.tier;
  const brief = handoffBrief({ state, text, understanding, reason, catalogue, entitiesOf: readEntities });
  const draft = { reason, ...routeHandoff(reason, { group: undefined, tier, cross: false }), brief } as const;
  return { ...common, action: 'escalate', reply: nobodyComes ? handoffNoted : handoff, handoff: draft };
}
