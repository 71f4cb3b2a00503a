import type { ConversationState } from '../domain/conversation.ts';
import type { TurnInput } from '../domain/turn.ts';
import type { Language, Understanding } from '../domain/understanding.ts';
import { type EscalationFacts, escalateUnlessAnswered, mustEscalate } from '../escalation/escalation-policy.ts';
import type { ArticleLine, Passage } from '../retrieval/search-result.ts';
import { textOf } from './deciding/decisions.ts';
import {
  cannotLookUp,
  givesNumberInVain,
  lookUpIfAsked,
  pageOnOrders,
  surestRoute,
} from './deciding/look-up-if-asked.ts';
import type { ShownArticle } from './deciding/part-to-say.ts';
import type { TurnFacts } from './deciding/turn-facts.ts';
import { wasSaid } from './deciding/was-said.ts';
import { acceptsPerson } from './reading/accepts-person.ts';
import { asksSomething } from './reading/asks-something.ts';
import { countRejections, type Rejections } from './reading/count-rejections.ts';
import { didSoInVain } from './reading/did-so-in-vain.ts';
import { doubtsAnswer } from './reading/doubts-answer.ts';
import { currentTopic, repliesToClarification } from './reading/follow-up.ts';
import { goesOnAboutOrder } from './reading/goes-on-about-order.ts';
import { isVague } from './reading/is-vague.ts';
import { lookedInVain } from './reading/looked-in-vain.ts';
import { hasContent } from './reading/own-words.ts';
import { readSmalltalk } from './reading/read-smalltalk.ts';
import { saysOverdue } from './reading/says-overdue.ts';
import { resemblesSmalltalk, type SmalltalkFacts, smalltalkOnly } from './reading/smalltalk-only.ts';
import { startsAfresh } from './reading/starts-afresh.ts';
import type { TurnMessage } from './reading/turn-message.ts';
import { findFirstAid, type ReportedDanger } from './searching/find-first-aid.ts';
import { likelyAnswer } from './searching/likely-answer.ts';
import { type AskedOn, linesInContext } from './searching/lines-in-context.ts';
import type { FoundInParts } from './searching/search-parts.ts';
import { topicPassages } from './searching/topic-passages.ts';
import { lastReplies, lastSpoken } from './state/last-spoken.ts';
import type { TurnDeps } from './turn-deps.ts';

/** A turn that was understood and searched for. */
export interface HeardTurn extends TurnMessage {
  readonly state: ConversationState;
  readonly input: TurnInput;
  /** As written, without the marks of attachments. */
  readonly raw: string;
  readonly understanding: Understanding;
  readonly search: FoundInParts;
}

/** Puts together what a turn is decided by; looks the order up where one is meant. */
export async function gatherFacts(turn: HeardTurn, deps: TurnDeps): Promise<TurnFacts> {
  const { state, input, raw, understanding, search, onlyTakesBack } = turn;
  const { text, language, intents, sentiment, vague } = understanding;
  const likely = likelyAnswer(search, deps.thresholds.answer);
  // No, I mean... turns down what was offered.
  const ofTopic = startsAfresh(text, language) === undefined ? topicPassages(search, state) : undefined;
  const rejections = countRejections(state, turn.message.spelt, { ...deps.replies[language], language });
  const said = lastReplies(state);
  const onOrders = likely ? undefined : pageOnOrders(understanding, search, said, deps);
  const policy = policyFacts(turn, { likely, rejections, onOrders }, deps);
  const chat = smalltalkFacts(turn, deps);
  const routeOf = (name: string) => deps.catalogue.get(name)?.route;
  const goesOn =
    goesOnAboutOrder(state, { understanding, answerable: chat.answerable, catalogue: deps.catalogue }) ||
    saysOverdue(state, understanding, deps.catalogue);
  // Small talk needs nobody, whatever a model makes of its two characters.
  const isChat = (readSmalltalk(raw) && !policy.acceptsPerson) || onlyTakesBack;
  const called = isChat ? undefined : mustEscalate(policy);
  return {
    ...{ language, text, intents, sentiment, vague, search, said, onOrders },
    today: deps.dayOf(input.now),
    smalltalk: onlyTakesBack ? 'acknowledge' : smalltalkOnly(chat, routeOf, deps.thresholds.intent),
    resemblesSmalltalk: resemblesSmalltalk(chat, routeOf, deps.thresholds.intent),
    lookUp: await lookUpIfAsked(state, understanding, { answerable: likely !== undefined, goesOn }, input, deps),
    askedForNumber: chat.askedForNumber,
    asksKnowledge: !goesOn && surestRoute(understanding, deps) === 'answer' && asksSomething(text, language),
    rejectsAnswer: rejections.isOne,
    doubtsAnswer: lastSpoken(state)?.action === 'answer' && doubtsAnswer(text, language),
    saidAgain: await saidAgain(turn, likely ?? ofTopic ?? [], said, deps),
    ofTopic,
    shown: lastSpoken(state)?.citations,
    asksNothing: asksNothing(text, language),
    namesThing: (deps.vocabulary?.(language).namesIn(text).length ?? 0) > 0,
    mustEscalate: called,
    firstAid: called?.reason === 'safety' ? await findFirstAid(dangerOf(turn, likely), deps) : undefined,
    escalateUnlessAnswered: escalateUnlessAnswered(policy),
    nobodyComes: input.nobodyComes,
  };
}

/** What the message was found to be about, and to say of the replies before. */
interface Found {
  readonly likely: readonly Passage[] | undefined;
  readonly rejections: Rejections;
  readonly onOrders: readonly Passage[] | undefined;
}

function policyFacts(
  { state, raw, input, understanding, search }: HeardTurn,
  { likely, rejections, onOrders }: Found,
  deps: TurnDeps,
): EscalationFacts {
  const { language, intents, sentiment, needs } = understanding;
  return {
    ...{ state, language, intents, sentiment, needs, text: raw, customer: input.customer },
    catalogue: deps.catalogue,
    answerProbability: search.probability,
    answeredByItself: search.byItself,
    answer: likely?.[0] && { title: likely[0].citation.title, text: likely.map((each) => each.text).join('\n') },
    cannotLookUp: cannotLookUp(understanding, (likely ?? onOrders) !== undefined, deps),
    givesNumberInVain: givesNumberInVain(raw, understanding, deps),
    looksUpOrders: deps.shopData !== undefined,
    // Who says no to a topic has not been asked what is meant instead.
    repliesToClarification: !rejections.isOne && repliesToClarification(state, understanding),
    rejections: rejections.all,
    acceptsPerson: acceptsPerson(state, raw, language, deps.replies[language]),
    triedInVain: rejections.tried || didSoInVain(state, understanding) || lookedInVain(state, understanding),
  };
}

function dangerOf(
  { raw, input, understanding: { language } }: HeardTurn,
  likely: readonly Passage[] | undefined,
): ReportedDanger {
  return { raw, language, now: input.now, likely: likely ?? [] };
}

function smalltalkFacts({ state, understanding, search }: HeardTurn, { thresholds }: TurnDeps): SmalltalkFacts {
  const { text, language, intents, sentiment, vague } = understanding;
  return {
    ...{ text, language, intents, mood: sentiment.label },
    answerable: search.byItself >= thresholds.answer,
    isNear: search.probability >= thresholds.clarify,
    isUnderWay: lastSpoken(state) !== undefined,
    askedForNumber: state.awaiting?.slot === 'order_number',
    isVague: isVague(vague),
  };
}

/** The articles found, line by line, where the bot has just said them whole. */
async function saidAgain(
  turn: HeardTurn,
  passages: readonly Passage[],
  said: readonly string[],
  { linesOf }: Pick<TurnDeps, 'linesOf'>,
): Promise<readonly ShownArticle[]> {
  const { language } = turn.understanding;
  if (!linesOf || passages.length === 0 || !wasSaid(textOf(passages, { language }), said)) return [];
  const asked = askedOn(turn);
  return Promise.all(
    passages.map(async (passage) => ({
      passage,
      lines: linesFound(passage, await linesInContext(passage.citation.article, asked, linesOf)),
    })),
  );
}

/** Of an article that is shown in parts, the lines of those that were found: the others are further from what is asked. */
function linesFound({ isPart, text }: Passage, lines: readonly ArticleLine[]): readonly ArticleLine[] {
  return isPart ? lines.filter((line) => text.includes(line.text)) : lines;
}

function askedOn({ state, searched, understanding: { language } }: HeardTurn): AskedOn {
  const topic = currentTopic(state, language);
  const cited = lastSpoken(state)?.citations.map(({ article }) => article) ?? [];
  const shown = topic?.article ? [...cited, topic.article.id] : cited;
  return { text: searched.text, language, before: topic?.question, shown };
}

/** ???, 那 and "right?" ask for nothing that the last reply did not say. */
function asksNothing(text: string, language: Language): boolean {
  return !asksSomething(text.replace(/[?？]/gu, ' ').trim(), language) && !hasContent(text, language);
}
