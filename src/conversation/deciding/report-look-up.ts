import type { Awaiting } from '../../domain/turn.ts';
import type { Passage } from '../../retrieval/search-result.ts';
import { describeLookUp } from '../../shop/describe-order.ts';
import type { FoundOne, LookUp } from '../../shop/look-up.ts';
import { hasArrived, isHeldUp, isToCome } from '../../shop/order-progress.ts';
import { deniesArrival } from '../reading/denies-arrival.ts';
import { waitsLong } from '../reading/waits-long.ts';
import { answer, askOnce, saying, textOf, withApology } from './decisions.ts';
import type { LanguageReplies } from './replies.ts';
import type { Decision, TurnFacts } from './turn-facts.ts';
import { wasSaid } from './was-said.ts';

/**
 * What a look-up has found, beside the article that was asked for with it; asks for a number where there is none. Undefined where a
 * person helps more than the question for another number. Pure.
 * @param passages what the knowledge is likely to answer with
 */
export function reportLookUp(
  facts: TurnFacts,
  lookUp: LookUp,
  replies: LanguageReplies,
  passages: readonly Passage[] | undefined,
): Decision | undefined {
  // 订单…1002能开发票吗 asks for the article, not for the order's state: the number goes with the question.
  const asked = facts.asksKnowledge ? passages : undefined;
  switch (lookUp.kind) {
    case 'no_number': {
      // Whoever was asked for the number and has none is helped by a person, not by the same question again.
      if (facts.askedForNumber) return doWithoutNumber(facts, replies);
      const fresh = notSaid(passages, facts);
      if (fresh) return answerAndAsk(facts, replies, fresh);
      return {
        action: 'clarify',
        reply: replies.askOrderNumber,
        citations: [],
        awaiting: forNumber(facts),
      };
    }
    case 'unknown': {
      if (facts.escalateUnlessAnswered) return undefined;
      const reply = notFound(lookUp.unknown, facts, replies);
      if (asked) return saying(`${textOf(asked, facts)}\n\n${reply}`, asked, facts, replies);
      return { action: 'clarify', reply, citations: [], awaiting: forNumber(facts) };
    }
    case 'found':
      return reportFound(facts, lookUp, replies, { asked, passages });
  }
}

/** What was found, and what helps further: an article that was asked for, or a person where the order is held up or what it says is denied. */
function reportFound(
  facts: TurnFacts,
  lookUp: LookUp & { readonly kind: 'found' },
  replies: LanguageReplies,
  { asked, passages }: Record<'asked' | 'passages', readonly Passage[] | undefined>,
): Decision {
  const { found, unknown } = lookUp;
  const isLookedFor = found.some(hasArrived) && deniesArrival(facts.text, facts.language);
  const parts = [`${replies.lookup}\n${describeLookUp(found, facts.language, facts.today)}`];
  if (unknown.length > 0) parts.push(notFound(unknown, facts, replies));
  const helps = asked ?? (isLookedFor ? notSaid(passages, facts) : undefined);
  if (helps) return saying([...parts, textOf(helps, facts)].join('\n\n'), helps, facts, replies);
  // The line on numbers that nobody knows offers a person as well.
  const offer = unknown.length > 0 ? undefined : offerOfPerson(found, isLookedFor, facts, replies);
  const reply = withApology([...parts, ...(offer ? [offer] : [])].join('\n\n'), facts, replies);
  return { action: 'lookup', reply, citations: [], awaiting: unknown.length > 0 ? forNumber(facts) : undefined };
}

/** The line that offers a person, where an order needs one; what is held up before what is looked for. */
function offerOfPerson(
  found: readonly FoundOne[],
  isLookedFor: boolean,
  { text, language, today }: TurnFacts,
  { heldUp, notThere }: LanguageReplies,
): string | undefined {
  if (found.some((one) => isHeldUp(one, today))) return heldUp;
  if (isLookedFor) return notThere;
  return found.some(isToCome) && waitsLong(text, language) ? heldUp : undefined;
}

/** Articles, unless the bot has just said them. */
function notSaid(passages: readonly Passage[] | undefined, facts: TurnFacts): readonly Passage[] | undefined {
  return passages && !wasSaid(textOf(passages, facts), facts.said ?? []) ? passages : undefined;
}

function notFound(numbers: readonly string[], { language }: TurnFacts, replies: LanguageReplies): string {
  return replies.unknownNumber.replace('{number}', () => numbers.join(language === 'zh' ? '、' : ', '));
}

/** Where the number stands; for whoever has none after that, a person. */
function doWithoutNumber(facts: TurnFacts, replies: LanguageReplies): Decision {
  return askOnce(replies.noOrderNumber, forNumber(facts), facts, replies);
}

/** What the knowledge says of such orders in general, and the question that would tell of this one. */
function answerAndAsk(facts: TurnFacts, replies: LanguageReplies, passages: readonly Passage[]): Decision {
  const { reply, ...rest } = answer(facts, replies, passages);
  return { ...rest, reply: `${reply}\n\n${replies.askOrderNumber}`, awaiting: forNumber(facts) };
}

/** A number is awaited, for what the message asks. */
function forNumber({ intents, text }: TurnFacts): Awaiting {
  return { slot: 'order_number', intent: intents[0]?.name, text };
}
