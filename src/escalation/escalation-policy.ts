import type { ConversationState } from '../domain/conversation.ts';
import type { Priority, ReasonCode, Team } from '../domain/decision.ts';
import type { Customer } from '../domain/turn.ts';
import type { IntentScore, Language, Sentiment } from '../domain/understanding.ts';
import { isCross, staysCross } from './mood-trend.ts';
import { type Claims, readClaims } from './read-claims.ts';
import { repeatsQuestion } from './repeats-question.ts';
import { routeHandoff } from './route-handoff.ts';

/** A decision to call a person: why, how soon and whom. */
export interface Escalation {
  readonly reason: ReasonCode;
  readonly priority: Priority;
  readonly team: Team;
}

/** What the intent catalogue says about an intent; the rest of an entry is of no interest here. */
export interface IntentFacts {
  readonly group: string;
  readonly route: 'answer' | 'lookup' | 'smalltalk' | 'escalate';
  /** Why a person is called; goes with route escalate. */
  readonly reason?: string;
}

/** Everything the policy looks at. */
export interface EscalationFacts {
  readonly state: Pick<ConversationState, 'turns' | 'failures' | 'customer'>;
  /** The turn's own words, not normalised; a burst is joined by line breaks. */
  readonly text: string;
  readonly language: Language;
  readonly intents: readonly IntentScore[];
  readonly sentiment: Sentiment;
  readonly catalogue: ReadonlyMap<string, IntentFacts>;
  /** Calibrated probability, 0 to 1, that the knowledge answers this turn; 0 when absent. */
  readonly answerProbability?: number;
  /** As this turn's channel names the customer; the conversation's own is used when absent. */
  readonly customer?: Customer;
}

/** An intent is believed from here when nothing in the words speaks for or against it. */
const INTENT_CERTAIN = 0.6;
/** And from here although the words look like a question about the matter. */
const INTENT_BEYOND_DOUBT = 0.9;
/** Knowledge this sure of its answer casts doubt on an intent: 延迟发货怎么赔 has an article, 赔我 has none. */
const ANSWERED = 0.8;
/** Unhelpful turns in a row after which the next one goes to a person. */
const FAILURES = 2;

/**
 * Why a person has to take over now, whatever the knowledge holds; undefined when the bot may go on.
 * Pure and synchronous. Reasons are tried from the gravest to the mildest.
 */
export function mustEscalate(facts: EscalationFacts): Escalation | undefined {
  const reason = graveReason(facts, readClaims(facts.text, facts.language));
  return reason && escalation(reason, facts);
}

/**
 * Why a person takes over if the bot can neither answer nor look up this turn's question; undefined when it should
 * rather ask back or admit that it does not know. Pure and synchronous.
 */
export function escalateUnlessAnswered(facts: EscalationFacts): Escalation | undefined {
  const { state, text, language, intents, sentiment } = facts;
  const clarifiedInVain = state.turns.at(-1)?.action === 'clarify' && intents.length > 0;
  if (state.failures > 0 && readClaims(text, language).unheard) return escalation('repetition', facts);
  if (state.failures >= FAILURES) return escalation('repeated_failure', facts);
  if (clarifiedInVain) return escalation('low_confidence', facts);
  if (isCross(sentiment) && state.failures > 0) return escalation('anger', facts);
  return undefined;
}

function graveReason(facts: EscalationFacts, claims: Claims): ReasonCode | undefined {
  const { state, text, sentiment, answerProbability = 0 } = facts;
  const answered = answerProbability >= ANSWERED;
  const angry = sentiment.label === 'angry';
  if (claims.injury || intentSays('safety', facts, claims.asksAboutInjury)) return 'safety';
  const threat = threatReason(facts);
  if (threat) return threat;
  if (claims.human || intentSays('human_request', facts, answered)) return 'human_request';
  if (angry || (isCross(sentiment) && intentSays('anger', facts, false))) return 'anger';
  if (claims.superior) return 'human_request';
  if (claims.staffOnly || intentSays('staff_only', facts, answered)) return 'staff_only';
  if (staysCross(state.turns, sentiment)) return 'anger';
  if (repeatsQuestion(state.turns, text)) return 'repetition';
  return undefined;
}

/** Courts and police first: other people deal with them than with reviews and authorities. */
function threatReason(facts: EscalationFacts): 'legal' | 'threat' | undefined {
  const { signals, label } = facts.sentiment;
  if (signals.includes('threat:legal') || signals.includes('threat:police')) return 'legal';
  if (label === 'threat') return 'threat';
  // The words were there and turned out to be a question or a denial.
  const denied = signals.includes('denied');
  if (intentSays('legal', facts, denied)) return 'legal';
  return intentSays('threat', facts, denied) ? 'threat' : undefined;
}

/** Whether the classifier is sure of an intent whose catalogue entry calls a person for this reason. */
function intentSays(reason: ReasonCode, { intents, catalogue }: EscalationFacts, doubtful: boolean): boolean {
  const [first] = intents;
  const entry = first && catalogue.get(first.name);
  if (entry?.route !== 'escalate' || entry.reason !== reason) return false;
  return first.confidence >= (doubtful ? INTENT_BEYOND_DOUBT : INTENT_CERTAIN);
}

function escalation(reason: ReasonCode, facts: EscalationFacts): Escalation {
  const { state, sentiment } = facts;
  const tier = facts.customer?.tier ?? state.customer?.tier;
  return {
    reason,
    ...routeHandoff(reason, { group: topicGroup(facts), tier, cross: isCross(sentiment) }),
  };
}

/** Group of the present topic; 转人工 and 你好 have none of their own, so an earlier turn tells. */
function topicGroup({ intents, state, catalogue }: EscalationFacts): string | undefined {
  const tops = [intents[0], ...state.turns.map((turn) => turn.intents[0]).reverse()];
  const groups = tops.map((top) => top && catalogue.get(top.name)?.group);
  return groups.find((group) => group !== undefined && group !== 'smalltalk' && group !== 'human');
}
