import type { Citation } from '../domain/decision.ts';
import type { Awaiting } from '../domain/turn.ts';
import type { Language } from '../domain/understanding.ts';
import type { Escalation } from '../escalation/escalation-policy.ts';
import type { Passage, SearchResult } from '../retrieval/search-result.ts';
import { describeLookUp } from '../shop/describe-order.ts';
import type { LookUp } from '../shop/look-up.ts';
import { isVague } from './is-vague.ts';
import { likelyAnswer } from './likely-answer.ts';
import { namedTopics } from './named-topics.ts';
import type { LanguageReplies } from './replies.ts';
import { partToSay, wasSaid, wasSaidOnce } from './say-otherwise.ts';
import { asksSomething } from './smalltalk.ts';
import type { DecisionThresholds } from './thresholds.ts';
import type { Decision, TurnFacts } from './turn-facts.ts';

const TONE_THAT_WANTS_AN_APOLOGY = new Set(['threat', 'angry', 'upset']);
const MOST_TOPICS = 3;
/** Around the titles of two articles in one reply, which is plain text. */
const TITLE_MARKS: Readonly<Record<Language, readonly [string, string]>> = { zh: ['【', '】'], en: ['[', ']'] };

const QUOTES: Readonly<Record<Language, readonly [string, string]>> = { zh: ['“', '”'], en: ['"', '"'] };

/**
 * The front desk's rules, in order: a person when one is due, then what would help after an answer that did not,
 * look-ups, small talk, an answer that is likely right,
 * a person when the bot keeps failing, a clarifying question, and at last an honest "I do not know". Pure.
 */
export function decide(facts: TurnFacts, replies: LanguageReplies, thresholds: DecisionThresholds): Decision {
  if (facts.mustEscalate) return escalate(facts.mustEscalate, facts, replies);
  const passages = likelyAnswer(facts.search, thresholds.answer);
  if (facts.rejectsAnswer) return askWhatHelps(facts, replies);
  if (facts.lookUp) {
    const found = reportLookUp(facts, facts.lookUp, replies, passages);
    if (found) return found;
  }
  if (facts.smalltalk) {
    const reply = replies.smalltalk[facts.smalltalk] ?? replies.smalltalk.other;
    // 我想问一下 is asked what; nothing has failed yet, so nothing is awaited.
    return { action: facts.smalltalk === 'asks_to_ask' ? 'clarify' : 'smalltalk', reply, citations: [] };
  }
  if (passages && wasSaid(textOf(passages, facts), facts.said ?? [])) return sayOtherwise(facts, replies, passages);
  if (passages) return answer(facts, replies, passages);
  if (facts.escalateUnlessAnswered) return escalate(facts.escalateUnlessAnswered, facts, replies);
  const hasWords = /[\p{L}\p{N}]/u.test(facts.text);
  if (hasWords && facts.search.probability >= thresholds.clarify)
    return offerTopics(facts, replies, facts.search.candidates);
  return refuseOrClarify(facts, replies);
}

function askWhatHelps(facts: TurnFacts, replies: LanguageReplies): Decision {
  return askOnce(replies.notHelpful, { slot: 'topic', text: facts.text }, facts, replies);
}

/**
 * What follows an article that was just shown word for word: asks what more is wanted where nothing was asked, shows the
 * part that is nearest to a question, or once again the whole, and says at last that there is no more.
 */
function sayOtherwise(facts: TurnFacts, replies: LanguageReplies, passages: readonly Passage[]): Decision {
  const { said = [], text } = facts;
  const asksNothing = facts.asksNothing || facts.resemblesSmalltalk;
  // ??? says that the answer was none.
  if (!/[\p{L}\p{N}]/u.test(text)) return askWhatHelps(facts, replies);
  const [passage] = passages;
  const citations = passages.map(({ citation }) => citation);
  const more = asksNothing ? askMore(citations, facts, replies) : undefined;
  if (more) return more;
  const part = asksNothing ? undefined : partToSay(passage, facts, said);
  if (part) return saying(part, [passage], facts, replies);
  if (!asksNothing && asksSomething(text, facts.language) && wasSaidOnce(textOf(passages, facts), said))
    return answer(facts, replies, passages);
  return { ...askOnce(replies.noMore, { slot: 'topic', text }, facts, replies), citations };
}

/** Asks what more is wanted of an article that was just shown, once; that is no failure to answer. */
function askMore(
  citations: readonly Citation[],
  { said = [] }: TurnFacts,
  replies: LanguageReplies,
): Decision | undefined {
  const [shown] = citations;
  const reply = shown && replies.askMore.replace('{title}', shown.title);
  return reply === undefined || wasSaid(reply, said) ? undefined : { action: 'clarify', reply, citations };
}

/** Asks back, unless that was in vain before: then a person is called. */
function askOnce(reply: string, awaiting: Awaiting, facts: TurnFacts, replies: LanguageReplies): Decision {
  if (facts.escalateUnlessAnswered) return escalate(facts.escalateUnlessAnswered, facts, replies);
  return { action: 'clarify', reply, citations: [], awaiting };
}

function reportLookUp(
  facts: TurnFacts,
  lookUp: LookUp,
  replies: LanguageReplies,
  passages: readonly Passage[] | undefined,
): Decision | undefined {
  const [intent] = facts.intents;
  // 订单…1002能开发票吗 asks for the article, not for the order's state: the number goes with the question.
  const asked = facts.asksKnowledge ? passages : undefined;
  switch (lookUp.kind) {
    case 'no_number':
      // Whoever was asked for the number and has none is helped by a person, not by the same question again.
      if (facts.askedForNumber) return doWithoutNumber(facts, replies);
      if (passages) return answerAndAsk(facts, replies, passages);
      return {
        action: 'clarify',
        reply: replies.askOrderNumber,
        citations: [],
        awaiting: { slot: 'order_number', intent: intent?.name, text: facts.text },
      };
    case 'unknown': {
      if (facts.escalateUnlessAnswered) return undefined;
      const reply = replies.unknownNumber.replace('{number}', lookUp.number);
      if (asked) return saying(`${textOf(asked, facts)}\n\n${reply}`, asked, facts, replies);
      const awaiting: Awaiting = { slot: 'order_number', intent: intent?.name, text: facts.text };
      return { action: 'clarify', reply, citations: [], awaiting };
    }
    default: {
      const found = `${replies.lookup}\n${describeLookUp(lookUp, facts.language)}`;
      if (asked) return saying(`${found}\n\n${textOf(asked, facts)}`, asked, facts, replies);
      return { action: 'lookup', reply: withApology(found, facts, replies), citations: [] };
    }
  }
}

/** Where the number stands; for whoever has none after that, a person. */
function doWithoutNumber(facts: TurnFacts, replies: LanguageReplies): Decision {
  const awaiting: Awaiting = { slot: 'order_number', intent: facts.intents[0]?.name, text: facts.text };
  return askOnce(replies.noOrderNumber, awaiting, facts, replies);
}

/** What the knowledge says of such orders in general, and the question that would tell of this one. */
function answerAndAsk(facts: TurnFacts, replies: LanguageReplies, passages: readonly Passage[]): Decision {
  const { reply, ...rest } = answer(facts, replies, passages);
  const intent = facts.intents[0]?.name;
  const awaiting: Awaiting = { slot: 'order_number', intent, text: facts.text };
  return { ...rest, reply: `${reply}\n\n${replies.askOrderNumber}`, awaiting };
}

function answer(facts: TurnFacts, replies: LanguageReplies, passages: readonly Passage[]): Decision {
  return saying(textOf(passages, facts) + unansweredNote(facts, replies), passages, facts, replies);
}

/** Who asks two things and hears of one should know that the other was heard. */
function unansweredNote({ search, language }: TurnFacts, replies: LanguageReplies): string {
  const [open, close] = QUOTES[language];
  const parts = (search.unanswered ?? []).map((part) => `${open}${part.replace(/[?？]+$/u, '')}${close}`);
  if (parts.length === 0) return '';
  return `\n\n${replies.partUnanswered.replace('{questions}', parts.join(language === 'zh' ? '、' : ', '))}`;
}

function saying(text: string, passages: readonly Passage[], facts: TurnFacts, replies: LanguageReplies): Decision {
  return {
    action: 'answer',
    reply: withApology(text, facts, replies),
    citations: passages.map(({ citation }) => citation),
  };
}

/** Passages as they are said, two of them under their titles. */
function textOf(passages: readonly Passage[], { language }: TurnFacts): string {
  const [open, close] = TITLE_MARKS[language];
  const texts = passages.map(({ text, citation }) =>
    passages.length > 1 ? `${open}${citation.title}${close}\n${text}` : text,
  );
  return texts.join('\n\n');
}

function escalate(escalation: Escalation, facts: TurnFacts, replies: LanguageReplies): Decision {
  const reply = facts.nobodyComes ? replies.handoffNoted : replies.handoff;
  return { action: 'escalate', reply: withApology(reply, facts, replies), citations: [], escalation };
}

/** The closest articles by name: the customer picks one or says it in other words. */
function offerTopics({ text }: TurnFacts, replies: LanguageReplies, candidates: SearchResult['candidates']): Decision {
  const options = candidates.slice(0, MOST_TOPICS).map(({ title }) => title);
  const list = options.map((title, index) => `${index + 1}. ${title}`).join('\n');
  return {
    action: 'clarify',
    reply: `${replies.clarifyTopics}\n${list}`,
    citations: [],
    awaiting: { slot: 'topic', text, options },
  };
}

/**
 * Names a sure matter, goes on about what was shown, or is too short or too vague to be a question the knowledge could hold:
 * ask. Otherwise say honestly that nothing is known.
 */
function refuseOrClarify(facts: TurnFacts, replies: LanguageReplies): Decision {
  const { text, language, vague, asksNothing, resemblesSmalltalk, shown = [] } = facts;
  const topics = namedTopics(facts.search, facts);
  if (topics.length > 0) return offerTopics(facts, replies, topics);
  const more = asksNothing || resemblesSmalltalk ? askMore(shown, facts, replies) : undefined;
  if (more) return more;
  if (resemblesSmalltalk) return { action: 'clarify', reply: replies.smalltalk.other, citations: [] };
  const words = language === 'zh' ? [...text.replace(/[^\p{L}\p{N}]/gu, '')].length / 2 : text.split(/\s+/).length;
  if (words < 2 || isVague(vague))
    return { action: 'clarify', reply: replies.clarify, citations: [], awaiting: { slot: 'topic', text } };
  return { action: 'refuse', reply: replies.refuse, citations: [] };
}

function withApology(reply: string, { sentiment, language }: TurnFacts, { handoffSorry }: LanguageReplies): string {
  if (!TONE_THAT_WANTS_AN_APOLOGY.has(sentiment.label)) return reply;
  return `${handoffSorry.trimEnd()}${language === 'en' ? ' ' : ''}${reply}`;
}
