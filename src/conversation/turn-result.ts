import type { HandoffDraft } from '../domain/decision.ts';
import type { TurnResult } from '../domain/turn.ts';
import type { Understanding } from '../domain/understanding.ts';
import type { SearchResult } from '../retrieval/search-result.ts';
import type { LookUp } from '../shop/look-up.ts';
import type { Decision } from './deciding/turn-facts.ts';
import { stageOf } from './reading/current-order.ts';
import { answerProbability } from './searching/likely-answer.ts';

/** What a turn has come to, for the customer, the store and reports. */
export function toResult(
  understanding: Understanding,
  search: SearchResult,
  decision: Decision,
  { handoff, lookUp }: { readonly handoff?: HandoffDraft; readonly lookUp?: LookUp },
): TurnResult {
  const { language, intents, entities, sentiment } = understanding;
  const candidates = search.candidates.map(({ article, score }) => ({ article, score }));
  const { reply, action, citations, awaiting } = decision;
  return {
    reply,
    action,
    language,
    intents,
    entities,
    sentiment,
    citations,
    handoff,
    awaiting,
    order: stageTold(decision, lookUp),
    candidates,
    answerProbability: answerProbability(search),
  };
}

/** A turn in which the bot says nothing. */
export function silent({ language, intents, entities, sentiment }: Understanding): TurnResult {
  const reply = '';
  return { reply, action: 'silent', language, intents, entities, sentiment, citations: [], candidates: [] };
}

/** Where the order stands that a decision tells of. */
function stageTold({ action }: Decision, lookUp: LookUp | undefined): TurnResult['order'] {
  return action === 'lookup' || action === 'answer' ? stageOf(lookUp) : undefined;
}
