import type { ConversationState } from '../domain/conversation.ts';
import type { HandoffDraft } from '../domain/decision.ts';
import type { TurnInput, TurnResult } from '../domain/turn.ts';
import type { Language, Understanding } from '../domain/understanding.ts';
import { type EscalationFacts, escalateUnlessAnswered, mustEscalate } from '../escalation/escalation-policy.ts';
import { handoffBrief } from '../escalation/handoff-brief.ts';
import { readEntities } from '../intents/entities.ts';
import type { Intent } from '../intents/intent.ts';
import type { ShopData } from '../ports/shop-data.ts';
import type { ArticleLine, Passage, SearchResult } from '../retrieval/search-result.ts';
import { isOnlyAttachments, withoutAttachmentMarks } from '../text/attachment-marks.ts';
import { decide } from './deciding/decide.ts';
import { textOf } from './deciding/decisions.ts';
import { cannotLookUp, lookUpIfAsked, surestRoute } from './deciding/look-up-if-asked.ts';
import type { ShownArticle } from './deciding/part-to-say.ts';
import type { Replies } from './deciding/replies.ts';
import type { DecisionThresholds } from './deciding/thresholds.ts';
import type { Decision, TurnFacts } from './deciding/turn-facts.ts';
import { wasSaid } from './deciding/was-said.ts';
import { givenContact } from './given-contact.ts';
import { askedParts } from './reading/asked-parts.ts';
import { asksSomething } from './reading/asks-something.ts';
import { countRejections } from './reading/count-rejections.ts';
import { repliesToClarification } from './reading/follow-up.ts';
import { goesOnAboutOrder } from './reading/goes-on-about-order.ts';
import { isVague } from './reading/is-vague.ts';
import { hasContent } from './reading/own-words.ts';
import { readSmalltalk } from './reading/read-smalltalk.ts';
import { saysOverdue } from './reading/says-overdue.ts';
import { resemblesSmalltalk, type SmalltalkFacts, smalltalkOnly } from './reading/smalltalk-only.ts';
import { turnLanguage } from './reading/turn-language.ts';
import { readTurnMessage } from './reading/turn-message.ts';
import { type UnderstandDeps, understand } from './reading/understand.ts';
import { likelyAnswer } from './searching/likely-answer.ts';
import { searchInContext } from './searching/search-in-context.ts';
import { joinParts, searchParts } from './searching/search-parts.ts';
import type { ShopVocabulary } from './searching/shop-vocabulary.ts';
import { botOwns } from './state/bot-owns.ts';
import { lastReplies, lastSpoken } from './state/last-spoken.ts';
import { silent, toResult } from './turn-result.ts';
import { unseenAttachment } from './unseen-attachment.ts';

/** What a turn calls. Nothing here writes. */
export interface RunTurnDeps extends UnderstandDeps {
  readonly thresholds: DecisionThresholds;
  readonly replies: Replies;
  readonly catalogue: ReadonlyMap<string, Intent>;
  /** @param today YYYY-MM-DD, for articles that are served for a time only */
  search(text: string, language: Language, today: string): Promise<SearchResult>;
  /** The lines of an article and how near each is to a message; without it, no part of an article is said again. */
  linesOf?(article: string, text: string, language: Language): Promise<readonly ArticleLine[]>;
  /** Languages in which the shop has articles; all when absent. */
  readonly written?: readonly Language[];
  /** What the articles of a language tell of words; without it, no word is known to say little. */
  readonly vocabulary?: (language: Language) => ShopVocabulary;
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
  const written = input.texts.join('\n');
  const raw = withoutAttachmentMarks(written);
  const language = turnLanguage(raw, state.language, input.locale, deps.written);
  if (isOnlyAttachments(written) && botOwns(state)) return unseenAttachment(state, input, language, deps);
  const contact = botOwns(state) ? givenContact(state, raw, language, deps.replies) : undefined;
  if (contact) return contact;
  const { message, searched, onlyTakesBack } = readTurnMessage(state, raw, language, deps);
  if (!botOwns(state)) return silent(await understand(message, deps));
  const routeOf = (name: string) => deps.catalogue.get(name)?.route;
  const today = deps.dayOf(input.now);
  const asks = askedParts(searched.text, language);
  // Side by side: the model is at one of them while the event loop is at the other.
  const find = (text: string) => deps.search(text, language, today);
  const [understanding, whole, parts] = await Promise.all([
    understand(message, deps),
    searchInContext(state, searched, find, deps.vocabulary?.(language)),
    searchParts(asks.parts, language, find),
  ]);
  const line = deps.thresholds.answer;
  const search = joinParts(whole, parts, { apart: asks.apart, line });
  const likely = likelyAnswer(search, line);
  const answerable = likely !== undefined;
  const rejections = countRejections(state, message.spelt, { ...deps.replies[language], language });
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
    answer: likely?.[0] && { title: likely[0].citation.title, text: likely.map((each) => each.text).join('\n') },
    cannotLookUp: cannotLookUp(understanding, answerable, deps),
    // Who says no to a topic has not been asked what is meant instead.
    repliesToClarification: !rejections.isOne && repliesToClarification(state, understanding),
    rejections: rejections.all,
    customer: input.customer,
  };
  const { text, intents } = understanding;
  const askedForNumber = state.awaiting?.slot === 'order_number';
  const chat: SmalltalkFacts = {
    ...{ text, language, intents, mood: understanding.sentiment.label },
    answerable: search.byItself >= line,
    isUnderWay: lastSpoken(state) !== undefined,
    askedForNumber,
    isVague: isVague(understanding.vague),
  };
  const goesOn =
    goesOnAboutOrder(state, { understanding, answerable: search.byItself >= line, catalogue: deps.catalogue }) ||
    saysOverdue(state, understanding, deps.catalogue);
  const lookUp = await lookUpIfAsked(state, understanding, { answerable, goesOn }, input, deps);
  const facts: TurnFacts = {
    language,
    text,
    intents,
    sentiment: understanding.sentiment,
    vague: understanding.vague,
    smalltalk: onlyTakesBack ? 'acknowledge' : smalltalkOnly(chat, routeOf, deps.thresholds.intent),
    resemblesSmalltalk: resemblesSmalltalk(chat, routeOf, deps.thresholds.intent),
    lookUp,
    askedForNumber,
    asksKnowledge: !goesOn && surestRoute(understanding, deps) === 'answer' && asksSomething(text, language),
    rejectsAnswer: rejections.isOne,
    said: lastReplies(state),
    saidAgain: await saidAgain(likely ?? [], { said: lastReplies(state), text: searched.text, language }, deps),
    shown: lastSpoken(state)?.citations,
    asksNothing: asksNothing(text, language),
    namesThing: (deps.vocabulary?.(language).namesIn(text).length ?? 0) > 0,
    search,
    // Small talk needs nobody, whatever a model makes of its two characters.
    mustEscalate: readSmalltalk(raw) || onlyTakesBack ? undefined : mustEscalate(policy),
    escalateUnlessAnswered: escalateUnlessAnswered(policy),
    nobodyComes: input.nobodyComes,
  };
  const decision = decide(facts, deps.replies[language], deps.thresholds);
  const handoff = handoffOf(state, raw, understanding, decision, deps);
  return toResult(understanding, search, decision, { handoff, lookUp });
}

/** The articles found, line by line, where the bot has just said them whole. */
async function saidAgain(
  passages: readonly Passage[],
  { said, text, language }: { readonly said: readonly string[]; readonly text: string; readonly language: Language },
  { linesOf }: Pick<RunTurnDeps, 'linesOf'>,
): Promise<readonly ShownArticle[]> {
  if (!linesOf || passages.length === 0 || !wasSaid(textOf(passages, { language }), said)) return [];
  return Promise.all(
    passages.map(async (passage) => ({ passage, lines: await linesOf(passage.citation.article, text, language) })),
  );
}

/** ???, 那 and "right?" ask for nothing that the last reply did not say. */
function asksNothing(text: string, language: Language): boolean {
  return !asksSomething(text.replace(/[?？]/gu, ' ').trim(), language) && !hasContent(text, language);
}

function handoffOf(
  state: ConversationState,
  text: string,
  understanding: Understanding,
  { escalation }: Decision,
  { catalogue }: RunTurnDeps,
): HandoffDraft | undefined {
  if (!escalation) return undefined;
  const { reason } = escalation;
  const brief = handoffBrief({ state, text, understanding, reason, catalogue, entitiesOf: readEntities });
  return { ...escalation, brief };
}
