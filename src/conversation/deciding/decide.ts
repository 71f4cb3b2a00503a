import type { Awaiting } from '../../domain/turn.ts';
import type { Language } from '../../domain/understanding.ts';
import type { Candidate, Passage, SearchResult } from '../../retrieval/search-result.ts';
import { hasLetters, lettersOf } from '../../text/letters.ts';
import { isVague } from '../reading/is-vague.ts';
import { likelyAnswer } from '../searching/likely-answer.ts';
import { answer, askMore, askWhatHelps, escalate, standBy, textOf } from './decisions.ts';
import { namedTopics } from './named-topics.ts';
import type { LanguageReplies } from './replies.ts';
import { reportLookUp } from './report-look-up.ts';
import { sayOtherwise } from './say-otherwise.ts';
import type { DecisionThresholds } from './thresholds.ts';
import type { Decision, TurnFacts } from './turn-facts.ts';
import { wasSaid } from './was-said.ts';

const MOST_TOPICS = 3;
/** More parts of an article than these are not chosen from at a glance. */
const MOST_PARTS = 6;
/** Below so much of the best one's likelihood a topic is not offered: of the demo shop's offers, none that was meant lay there. */
const WORTH_OFFERING = 0.4;

/**
 * The front desk's rules, in order: a person when one is due, then what would help after an answer that did not,
 * look-ups, small talk, an answer that is likely right,
 * a person when the bot keeps failing, a clarifying question, and at last an honest "I do not know". Pure.
 */
export function decide(facts: TurnFacts, replies: LanguageReplies, thresholds: DecisionThresholds): Decision {
  if (facts.mustEscalate) return escalate(facts.mustEscalate, facts, replies);
  const passages = likelyAnswer(facts.search, thresholds.answer);
  if (facts.rejectsAnswer) return askWhatHelps(facts, replies);
  const standing = facts.doubtsAnswer ? standBy(facts.shown ?? [], facts, replies) : undefined;
  if (standing) return standing;
  if (facts.lookUp) {
    const found = reportLookUp(facts, facts.lookUp, replies, passages);
    if (found) return found;
  }
  if (facts.smalltalk) {
    const reply = replies.smalltalk[facts.smalltalk] ?? replies.smalltalk.other;
    // Who wishes to ask (我想问一下) is asked what; nothing has failed yet, so nothing is awaited.
    return { action: facts.smalltalk === 'asks_to_ask' ? 'clarify' : 'smalltalk', reply, citations: [] };
  }
  if (passages) return say(facts, replies, passages);
  if (facts.escalateUnlessAnswered) return escalate(facts.escalateUnlessAnswered, facts, replies);
  if (facts.onOrders) return answer(facts, replies, facts.onOrders);
  if (hasLetters(facts.text) && facts.search.probability >= thresholds.clarify) return offerOrGoOn(facts, replies);
  return refuseOrClarify(facts, replies);
}

/** What answers, but for what has just been said. */
function say(facts: TurnFacts, replies: LanguageReplies, passages: readonly Passage[]): Decision {
  if (wasSaid(textOf(passages, facts), facts.said ?? [])) return sayOtherwise(facts, replies, passages);
  return answer(facts, replies, passages);
}

/** Below, an article on screen is as likely to say nothing of what is asked now. */
const LIKELIER_THAN_NOT = 0.5;

/** Asks which topic is meant, unless the conversation is at the likeliest one already, which likelier than not answers. */
function offerOrGoOn(facts: TurnFacts, replies: LanguageReplies): Decision {
  const { ofTopic, asksNothing, resemblesSmalltalk, search } = facts;
  const isLikely = search.probability >= LIKELIER_THAN_NOT;
  if (bargains(facts)) return { action: 'refuse', reply: replies.bargain, citations: [] };
  if (ofTopic && isLikely && !asksNothing && !resemblesSmalltalk) return say(facts, replies, ofTopic);
  return offerTopics(facts, replies, likelyTopics(facts.search));
}

/**
 * The best candidate and those not far behind it. A message that was read with a title finds that title's article whatever
 * it says, so that the best one counts no more than it is believed.
 */
function likelyTopics({ candidates, probability }: SearchResult): SearchResult['candidates'] {
  const best = Math.min(candidates[0]?.score ?? 0, probability);
  return candidates.filter(({ score }, at) => at === 0 || score >= WORTH_OFFERING * best);
}

/** The closest articles by name: the customer picks one of several, or a part of the only one, or says it in other words. */
function offerTopics({ text }: TurnFacts, replies: LanguageReplies, candidates: SearchResult['candidates']): Decision {
  const offered = candidates.slice(0, MOST_TOPICS);
  const options = offered.map(({ title }) => title);
  const [only] = offered;
  if (offered.length === 1) return offerOne(text, replies, only);
  const reply = `${replies.clarifyTopics}\n${numbered(options)}`;
  return { action: 'clarify', reply, citations: [], awaiting: { slot: 'topic', text, options } };
}

/** The one article that may be meant, by its parts where these are few enough to choose from. */
function offerOne(text: string, replies: LanguageReplies, { article, title, parts = [] }: Candidate): Decision {
  const isListed = parts.length > 0 && parts.length <= MOST_PARTS;
  const reply = isListed ? replies.clarifyPart.replace('{parts}', () => numbered(parts)) : replies.clarifyTopic;
  const awaiting: Awaiting = {
    ...{ slot: 'topic', text, options: [title] },
    ...(isListed ? { parts: { article, headings: parts } } : {}),
  };
  return { action: 'clarify', reply: reply.replace('{title}', () => title), citations: [], awaiting };
}

function numbered(lines: readonly string[]): string {
  return lines.map((line, at) => `${at + 1}. ${line}`).join('\n');
}

/** Asks whether: *do the suits come in pink*, 防蜂服有粉的吗. 卫衣怎么回事 leaves open what happened. */
const ASKS_WHETHER: Readonly<Record<Language, RegExp>> = {
  zh: /(?:[吗么不]|没有?)[呀啊呢哈\s\p{P}]*$|有没有|能不能|是不是|会不会|可不可以/u,
  en: /^(?:(?:hi|hello|hey|ok|okay|and|so|also|but)[, ]+)?(?:do|does|is|are|can|could|will|would|has|have)\b/iu,
};

/** Whether what is left open cannot be the thing: that is named, and asked about. */
function asksOfThing({ text, language, namesThing }: TurnFacts): boolean {
  return namesThing === true && ASKS_WHETHER[language].test(text.trim());
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
  const words = language === 'zh' ? [...lettersOf(text)].length / 2 : text.split(/\s+/).length;
  if (words < 2 || (isVague(vague) && !asksOfThing(facts)))
    return { action: 'clarify', reply: replies.clarify, citations: [], awaiting: { slot: 'topic', text } };
  return { action: 'refuse', reply: bargains(facts) ? replies.bargain : replies.refuse, citations: [] };
}

/** From here on an intent says that nothing but the price is haggled over. */
const SURELY = 0.8;

function bargains({ intents: [first] }: TurnFacts): boolean {
  return first?.name === 'price_bargain' && first.confidence >= SURELY;
}
