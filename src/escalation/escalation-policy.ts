import type { ConversationState, PastTurn } from '../domain/conversation.ts';
import type { Priority, ReasonCode, Team } from '../domain/decision.ts';
import type { Customer } from '../domain/turn.ts';
import type { IntentScore, Language, Needs, Sentiment } from '../domain/understanding.ts';
import { isHarmless, isOrdinary, type LikelyReply, wordsOfReply } from './is-ordinary.ts';
import { speaksOfPeril } from './lexicon/perils.ts';
import { speaksOfWrongCharge } from './lexicon/wrong-charges.ts';
import { isCross, isFurious, isIncensed, staysCross } from './mood-trend.ts';
import { isLearned, isNeeded, type Need } from './needs.ts';
import { type Claims, readClaims } from './read-claims.ts';
import { complainsOfCarrier, sparesShop } from './read-threats.ts';
import { repeatsQuestion, rewordsQuestion } from './repeats-question.ts';
import { routeHandoff } from './route-handoff.ts';
import { rulesWereBroken } from './rules-were-broken.ts';
import { complainsCalmly, reportsTrouble } from './unmet-complaints.ts';
import { needsStaff, urgesAgain } from './unmet-wishes.ts';

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
  readonly needs: Needs;
  readonly catalogue: ReadonlyMap<string, IntentFacts>;
  /** Calibrated probability, 0 to 1, that the knowledge answers this turn; 0 when absent. */
  readonly answerProbability?: number;
  /** The same for the message by itself: with the title of the article shown before, any complaint finds that article. */
  readonly answeredByItself?: number;
  /** What the knowledge would be likely enough right to reply; absent where it has no answer. */
  readonly answer?: LikelyReply;
  /** Whether the message asks for the state of an order in a shop whose system nobody but its people can look into. */
  readonly cannotLookUp?: boolean;
  /** Whether the message gives an order's number, and no more, in such a shop: only its people can do something with it. */
  readonly givesNumberInVain?: boolean;
  /** Whether the shop's orders can be looked up, so that how a late one stands is told first. */
  readonly looksUpOrders?: boolean;
  /** Whether the message replies to the bot's last clarifying question; a new question does not. */
  readonly repliesToClarification?: boolean;
  /** How often the customer has said that replies did not help, or that a number will not come, this message included; 0 when absent. */
  readonly rejections?: number;
  /** Whether the customer says that what the last reply told was done in vain. */
  readonly triedInVain?: boolean;
  /** Whether the customer takes up the person whom the last reply offered. */
  readonly acceptsPerson?: boolean;
  /** As this turn's channel names the customer; the conversation's own is used when absent. */
  readonly customer?: Customer;
}

/** An intent that calls a person is believed from here on, unless the words say otherwise. */
const INTENT_CERTAIN = 0.6;
/** Below this the words by themselves speak against a need, whatever rules and intents find in them. */
const POSSIBLE = 0.2;
/** From here on the words are believed although the bot could deal with the message itself. */
const BEYOND_DOUBT = 0.7;
/** An intent this certain of small talk (are you a bot?) is no call for a person. */
const SURELY_SMALLTALK = 0.9;
/** Knowledge this sure of its answer casts doubt on an intent: 延迟发货怎么赔 has an article, 赔我 has none. */
const ANSWERED = 0.8;
/** Knowledge this sure of its answer casts doubt on any need that is not beyond it: 下单三天了还没动静，最晚啥时候发 asks when parcels leave. */
const SURELY_ANSWERED = 0.85;
/** After asking once what would help, a person is who helps. */
const REJECTIONS = 2;
/** So many turns back, 他 may be somebody whom the customer spoke of. */
const SPOKEN_OF = 2;
/** An intent this certain makes a new question of what follows a turn that had none. */
const INTENT_CLEAR = 0.8;
/** A model that hears danger only thus faintly needs an intent that is surer. */
const FAINT = 0.4;
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
  // Nonsense in reply is no reason to call anyone.
  const isNew = asksAnew(facts);
  const clarifiedInVain = facts.repliesToClarification && intents.length > 0 && !isNew;
  const claims = readClaims(text, language);
  if (claims.allergyGuarantee) return escalation('safety', facts);
  const insists = claims.unheard || rewordsQuestion(state.turns, text);
  if (state.failures > 0 && insists) return escalation('repetition', facts);
  if ((facts.rejections ?? 0) >= REJECTIONS) return escalation('repeated_failure', facts);
  if (state.failures >= FAILURES && !isNew) return escalation('repeated_failure', facts);
  if (clarifiedInVain) return escalation('low_confidence', facts);
  if (facts.cannotLookUp) return escalation('staff_only', facts);
  if (isCross(sentiment) && state.failures > 0) return escalation('anger', facts);
  const complains = sureIntent('anger', facts) !== undefined && complainsCalmly(facts);
  if (complains || reportsTrouble(facts, claims)) return escalation('staff_only', facts);
  return undefined;
}

/** Whether the message surely asks for something after a turn that could not be read: 多少钱 after *do u have 羽绒服 in black*. */
function asksAnew({ state, intents, catalogue }: EscalationFacts): boolean {
  const [first] = intents;
  const before = state.turns.at(-1)?.intents[0];
  if (!first || before || first.confidence < INTENT_CLEAR) return false;
  const route = catalogue.get(first.name)?.route;
  return route === 'answer' || route === 'lookup';
}

function graveReason(facts: EscalationFacts, claims: Claims): ReasonCode | undefined {
  const { state, text, language, sentiment, needs, answerProbability = 0 } = facts;
  const { signals } = sentiment;
  const answered = answerProbability >= ANSWERED || isSmalltalk(facts);
  // 有没有人 asks for a person no more than 在吗 does.
  const calm = claims.greets && !isCross(sentiment);
  // Who turns a person down, or only asks about one, gets none, even if an intent hears a call in the words.
  const wantsNobody = calm || claims.declinesHuman || claims.asksAboutHuman;
  const threatens = signals.some((signal) => signal.startsWith('threat:'));
  const legal = signals.includes('threat:legal') || signals.includes('threat:police');
  if ((isEndangered(facts, claims) || calls('safety', facts, claims.injury)) && !isOrdinaryMatter(facts, claims))
    return 'safety';
  const asksOnly = needs.threat < BEYOND_DOUBT && sparesShop(text, language);
  if (!asksOnly && calls('legal', facts, legal)) return 'legal';
  const spares = asksOnly || complainsOfCarrier(text, lately(state.turns), language);
  if (!spares && calls('threat', facts, threatens)) return 'threat';
  if (!wantsNobody && calls('human_request', facts, claims.human, answered)) return 'human_request';
  if (calls('anger', facts, false)) return 'anger';
  if (facts.acceptsPerson) return 'human_request';
  if (!wantsNobody && calls('human_request', facts, claims.superior, answered)) return 'human_request';
  // *Nobody answers the phone, when are you open* is answered by the hours.
  const isSure = isSurelyAnswered(facts);
  const asksWhatIsKnown = isSure && signals.includes('question');
  if (claims.ignored && !wantsNobody && !asksWhatIsKnown) return 'human_request';
  if (claims.wrongCharge && !speaksOfWrongCharge(wordsOfReply(facts.answer), language)) return 'staff_only';
  if (rulesWereBroken({ ...facts, turns: state.turns, isSure }, claims))
    return isIncensed(sentiment) ? 'anger' : 'staff_only';
  if (facts.givesNumberInVain) return 'staff_only';
  if (needsStaff({ ...facts, turns: state.turns }, claims)) return 'staff_only';
  if (!claims.asksAboutStaffOnly && calls('staff_only', facts, claims.staffOnly, answered)) return 'staff_only';
  if (staysCross(state.turns, sentiment)) return 'anger';
  if (facts.triedInVain) return 'repeated_failure';
  if (repeatsQuestion(state.turns, text) || urgesAgain({ turns: state.turns, language }, claims)) return 'repetition';
  return undefined;
}

/** Whether a danger is reported that no page speaks of, or that the words by themselves allow. */
function isEndangered({ needs, answer, language }: EscalationFacts, { peril }: Claims): boolean {
  return peril && (needs.safety >= POSSIBLE || !speaksOfPeril(wordsOfReply(answer), language));
}

/** Whether the danger that is heard in a message has hurt nobody: an allergy that somebody has, or the name of what it is about, where the knowledge answers it. */
function isOrdinaryMatter(facts: EscalationFacts, claims: Claims): boolean {
  const { text, language, answer, answeredByItself = 0 } = facts;
  if (claims.asksForAllergic && !claims.peril) return true;
  if (answer && isHarmless(text, answer, language)) return true;
  if (!answer || answeredByItself < ANSWERED || sureIntent('safety', facts)) return false;
  return isOrdinary(text, answer, language);
}

function isSurelyAnswered({ answeredByItself = 0 }: EscalationFacts): boolean {
  return answeredByItself >= SURELY_ANSWERED;
}

/** What the customer wrote in the last turns. */
function lately(turns: readonly PastTurn[]): string[] {
  return turns.slice(-SPOKEN_OF).map(({ text }) => text);
}

/** Whether the message needs a person for this reason: the words say so, or a phrase or an intent that they allow. */
function calls(need: Need, facts: EscalationFacts, phrase: boolean, answered = false): boolean {
  const hasAnswer = answered || isSurelyAnswered(facts);
  const certain = facts.needs[need] >= BEYOND_DOUBT || (need === 'anger' && isFurious(facts.sentiment));
  const doubted = (answered && isSmalltalk(facts)) || (hasAnswer && !certain);
  if (isNeeded(need, facts.needs) && !doubted) return true;
  const possible = facts.needs[need] >= POSSIBLE;
  if (phrase && possible && !isSmalltalk(facts)) return true;
  const intent = answered ? undefined : sureIntent(need, facts);
  // 宝宝总是哭 is near what is said of a hurt child.
  if (need === 'safety' && facts.needs.safety < FAINT && facts.intents[0]?.confidence < INTENT_CLEAR) return false;
  return intent !== undefined && (possible || !isLearned(intent));
}

function isSmalltalk({ intents, catalogue }: EscalationFacts): boolean {
  const [first] = intents;
  return first?.confidence >= SURELY_SMALLTALK && catalogue.get(first.name)?.route === 'smalltalk';
}

/** The best intent when the classifier is sure of it and its catalogue entry calls a person for this reason. */
function sureIntent(reason: ReasonCode, { intents, catalogue }: EscalationFacts): string | undefined {
  const [first] = intents;
  const entry = first && catalogue.get(first.name);
  const calls = entry?.route === 'escalate' && entry.reason === reason && first.confidence >= INTENT_CERTAIN;
  return calls ? first.name : undefined;
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
