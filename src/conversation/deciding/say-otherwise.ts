import type { Passage } from '../../retrieval/search-result.ts';
import { hasLetters } from '../../text/letters.ts';
import { answer, askMore, askOnce, askWhatHelps, saying, textOf } from './decisions.ts';
import { partToSay } from './part-to-say.ts';
import type { LanguageReplies } from './replies.ts';
import type { Decision, TurnFacts } from './turn-facts.ts';

/** So many questions may be answered by the same part; who asks on hears that there is no more. */
const MOST_SAID = 2;

/**
 * What follows an article that was just shown word for word: asks what more is wanted where nothing was asked, shows the
 * part that is nearest to a question, or once again the whole. Says that there is no more to whoever asks nothing, and where
 * the part was said before in vain. Pure.
 */
export function sayOtherwise(facts: TurnFacts, replies: LanguageReplies, passages: readonly Passage[]): Decision {
  const { said = [], saidAgain = [], text } = facts;
  // ??? says that the answer was none.
  if (!hasLetters(text)) return askWhatHelps(facts, replies);
  const citations = passages.map(({ citation }) => citation);
  if (facts.asksNothing || facts.resemblesSmalltalk)
    return askMore(citations, facts, replies) ?? noMore(citations, facts, replies);
  const part = partToSay(saidAgain, facts);
  if (!part) return answer(facts, replies, passages);
  const whole = textOf(passages, facts);
  // The last section ends the whole article, too.
  const wasPart = said.filter((reply) => reply.endsWith(part.text) && !reply.includes(whole));
  if (wasPart.length >= MOST_SAID) return noMore([part.citation], facts, replies);
  return saying(part.text, [part], facts, replies);
}

function noMore(citations: Decision['citations'], facts: TurnFacts, replies: LanguageReplies): Decision {
  const ended = askOnce(replies.noMore, { slot: 'topic', text: facts.text }, facts, replies);
  return ended.escalation ? ended : { ...ended, citations };
}
