import type { ConversationState } from '../domain/conversation.ts';
import type { HandoffDraft } from '../domain/decision.ts';
import type { TurnInput, TurnResult } from '../domain/turn.ts';
import type { Language, Understanding } from '../domain/understanding.ts';
import { type EscalationFacts, escalateUnlessAnswered, mustEscalate } from '../escalation/escalation-policy.ts';
import { handoffBrief } from '../escalation/handoff-brief.ts';
import { readEntities } from '../intents/entities.ts';
import type { Intent } from '../intents/intent.ts';
import type { ShopData } from '../ports/shop-data.ts';
import type { SearchResult } from '../retrieval/search-result.ts';
import { countRejections } from './count-rejections.ts';
import { type Decision, decide, type TurnFacts } from './decide.ts';
import { repliesToClarification } from './follow-up.ts';
import { lastSpoken } from './last-spoken.ts';
import { answerProbability, likelyAnswer } from './likely-answer.ts';
import { lookUpIfAsked, surestRoute } from './look-up-if-asked.ts';
import { ownWords } from './own-words.ts';
import { botOwns } from './owns-conversation.ts';
import { readSmalltalk, withoutCourtesy } from './read-smalltalk.ts';
import type { Replies } from './replies.ts';
import { connects, searchInContext } from './search-in-context.ts';
import { asksSomething, smalltalkOnly } from './smalltalk.ts';
import type { DecisionThresholds } from './thresholds.ts';
import { turnLanguage } from './turn-language.ts';
import { readText, type TurnText, type UnderstandDeps, understand } from './understand.ts';

/** What a turn calls. Nothing here writes. */
export interface RunTurnDeps extends UnderstandDeps {
  readonly thresholds: DecisionThresholds;
  readonly replies: Replies;
  readonly catalogue: ReadonlyMap<string, Intent>;
  /** @param today YYYY-MM-DD, for articles that are served for a time only */
  search(text: string, language: Language, today: string): Promise<SearchResult>;
  /** Day (YYYY-MM-DD) of an instant, in the shop's time zone. */
  dayOf(now: number): string;
  /** Without one, questions about orders are answered from the knowledge. */
  readonly shopData?: ShopData;
}

/**
 * One turn, from text to decision: the only place where understanding, knowledge, orders and policy meet.
 * The same state and input give the same result.
 */
export async function runTurn(state: ConversationState, input: TurnInput, deps: RunTurnDeps): Promise<TurnResult> {
  const raw = input.texts.join('\n');
  const language = turnLanguage(raw, state.language, input.locale);
  const message = withoutThanks(state, readText(raw, language, deps));
  if (!botOwns(state)) return silent(await understand(message, deps));
  const routeOf = (name: string) => deps.catalogue.get(name)?.route;
  const today = deps.dayOf(input.now);
  // Side by side: the model is at one of them while the event loop is at the other.
  const [understanding, search] = await Promise.all([
    understand(message, deps),
    searchInContext(state, message, (text) => deps.search(text, language, today)),
  ]);
  const rejections = countRejections(state, raw, language);
  const policy: EscalationFacts = {
    state,
    text: raw,
    language,
    intents: understanding.intents,
    sentiment: understanding.sentiment,
    needs: understanding.needs,
    catalogue: deps.catalogue,
    answerProbability: search.probability,
    answeredByItself: search.byItself,
    repliesToClarification: repliesToClarification(state, understanding),
    rejections: rejections.all,
    customer: input.customer,
  };
  const line = deps.thresholds.answer;
  const answerable = likelyAnswer(search, line) !== undefined;
  const { text, intents } = understanding;
  const facts: TurnFacts = {
    language,
    text,
    intents,
    sentiment: understanding.sentiment,
    vague: understanding.vague,
    smalltalk: smalltalkOnly(
      { text, language, intents, answerable: search.byItself >= line },
      routeOf,
      deps.thresholds.intent,
    ),
    lookUp: await lookUpIfAsked(state, understanding, answerable, input, deps),
    askedForNumber: state.awaiting?.slot === 'order_number',
    asksKnowledge: surestRoute(understanding, deps) === 'answer' && asksSomething(text, language),
    rejectsAnswer: rejections.isOne,
    lastReply: asksNothing(text, language) ? lastSpoken(state)?.reply : undefined,
    search,
    // 好的 needs nobody, whatever a model makes of two characters.
    mustEscalate: readSmalltalk(raw) ? undefined : mustEscalate(policy),
    escalateUnlessAnswered: escalateUnlessAnswered(policy),
    nobodyComes: input.nobodyComes,
  };
  const decision = decide(facts, deps.replies[language], deps.thresholds);
  return toResult(understanding, search, decision, handoffOf(state, raw, understanding, decision, deps));
}

/** ??? and 那 ask for nothing that the last reply did not say. */
function asksNothing(text: string, language: Language): boolean {
  const asks = /[\p{L}\p{N}]/u.test(text) && asksSomething(text, language);
  return !asks && ownWords(text, language).length === 0;
}

/**
 * Thanks for the last answer must not hide the next question. What asks nothing is left whole: 可以啊 蛮聪明的 is praise; so is
 * what opens a conversation: who only says 你好 has not been answered yet.
 */
function withoutThanks({ turns }: ConversationState, message: TurnText): TurnText {
  if (turns.length === 0) return message;
  const rest = withoutCourtesy(message.text);
  const asks = asksSomething(rest, message.language) || connects(rest, message.language);
  return asks ? { ...message, text: rest } : message;
}

function handoffOf(
  state: ConversationState,
  text: string,
  understanding: Understanding,
  { escalation }: Decision,
  { catalogue }: RunTurnDeps,
): HandoffDraft | undefined {
  if (!escalation) return undefined;
  return { ...escalation, brief: handoffBrief({ state, text, understanding, catalogue, entitiesOf: readEntities }) };
}

function toResult(
  understanding: Understanding,
  search: SearchResult,
  decision: Decision,
  handoff: HandoffDraft | undefined,
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
    candidates,
    answerProbability: answerProbability(search),
  };
}

function silent({ language, intents, entities, sentiment }: Understanding): TurnResult {
  const reply = '';
  return { reply, action: 'silent', language, intents, entities, sentiment, citations: [], candidates: [] };
}
