import type { TurnScore } from './score.ts';
import type { TurnEvidence } from './turn-evidence.ts';

/** A kind of failure in words: what happened, and where one would usually mend it. */
export interface FailureKindText {
  readonly title: string;
  readonly meaning: string;
  readonly remedy: string;
}

const TEXTS = {
  held_back: {
    title: 'Right article found but held back',
    meaning: 'It stood first, but was not likely enough to be the answer.',
    remedy: 'sample questions; the answer threshold',
  },
  outranked: {
    title: 'Right article outranked',
    meaning: 'It was among the candidates, and another article stood before it.',
    remedy: 'sample questions and titles that keep the two articles apart',
  },
  not_found: {
    title: 'Right article not among the candidates',
    meaning: 'Neither its words nor its meaning came near the message.',
    remedy: 'sample questions; the words customers use, in the article',
  },
  followup_misread: {
    title: 'Follow-up read wrongly',
    meaning:
      'One reading of the message found the right article surely enough, and another reading or doubt between them won.',
    remedy: 'sample questions that stand by themselves; otherwise the engine',
  },
  asked_number: {
    title: 'Asked for a number instead of answering',
    meaning: 'A question about the rules was taken for one about the customer’s own order.',
    remedy: 'intent examples; sample questions',
  },
  lookup_needless: {
    title: 'Looked up an order without need',
    meaning: 'The customer was told an order’s state and had asked something else.',
    remedy: 'intent examples',
  },
  lookup_missed: {
    title: 'Look-up missed',
    meaning: 'The state of an order was asked for and not looked up.',
    remedy: 'intent examples; the shop’s data',
  },
  answered_unknown: {
    title: 'Answered what the knowledge does not hold',
    meaning: 'No article answers it, and one that lies near was shown.',
    remedy: 'an article or sentence that says so (“we do not …”); sample questions that promise less',
  },
  answered_vague: {
    title: 'Answered where it should have asked back',
    meaning: 'The message could mean several things, and one was taken for granted.',
    remedy: 'titles and sample questions that are less general',
  },
  wrong_words: {
    title: 'Said the wrong thing',
    meaning: 'The action and the source are right; the reply lacks what it must say, or says what it must not.',
    remedy: 'the article’s text, or the check in the case',
  },
  person_missed: {
    title: 'Need of a person missed',
    meaning: 'A person was called for, and nobody was called.',
    remedy: 'examples of the intents that call a person',
  },
  person_needless: {
    title: 'Escalated without need',
    meaning: 'A person was called, and the bot could have gone on.',
    remedy: 'what spoke for a person, below; answers to the questions before',
  },
  wrong_reason: {
    title: 'Escalated for another reason',
    meaning: 'A person was rightly called, for a reason that may reach the wrong team.',
    remedy: 'examples of the intents that call a person',
  },
  smalltalk_mistaken: {
    title: 'Small talk mistaken',
    meaning: 'Small talk was taken for a question, or a question for small talk.',
    remedy: 'examples of small-talk intents',
  },
  asked_back: {
    title: 'Offered topics instead of saying that it does not know',
    meaning: 'Nothing near enough is in the knowledge, and topics were offered all the same.',
    remedy: 'the clarify threshold',
  },
  not_asked_back: {
    title: 'Said that it does not know instead of asking back',
    meaning: 'The message was too vague to refuse.',
    remedy: 'the clarify threshold',
  },
  not_answered: {
    title: 'Not answered, and the case names no article',
    meaning: 'An answer was due; the case does not say from where, so no more can be told.',
    remedy: 'name the article in the case',
  },
  article_gone: {
    title: 'Expected article does not exist',
    meaning: 'The case names articles that the knowledge does not have.',
    remedy: 'the case, or the article that was moved or renamed',
  },
  earlier_turn: {
    title: 'Follows from an earlier turn',
    meaning: 'A person had the conversation and should not have, or the other way round.',
    remedy: 'the earlier turn',
  },
} as const satisfies Record<string, FailureKindText>;

/** What went wrong in a turn, told from what was expected, found and done. */
export type FailureKind = keyof typeof TEXTS;

/** Every kind with its words, in the order in which reports show kinds that are equally frequent. */
export const FAILURE_KINDS: Readonly<Record<FailureKind, FailureKindText>> = TEXTS;

/** What the kind of a failure is told from, beside the turn itself. */
export interface KindFacts {
  readonly answerThreshold: number;
  readonly evidence?: Pick<TurnEvidence, 'readings' | 'articles'>;
}

/**
 * Names what went wrong in a turn that was not met. Derived from what was expected and done and from what was found on
 * the way; pure. Without evidence, only follow-ups and missing articles are not told apart from the other kinds.
 */
export function failureKind(turn: Pick<TurnScore, 'expect' | 'got'>, facts: KindFacts): FailureKind {
  const { expect, got } = turn;
  const allows = (...actions: string[]) => expect.action.some((action) => actions.includes(action));
  if (got.action === 'silent' || expect.action.every((action) => action === 'silent')) return 'earlier_turn';
  if (got.action === 'escalate') return allows('escalate') ? 'wrong_reason' : 'person_needless';
  const informs = allows('answer', 'lookup');
  if (!informs && allows('escalate') && !allows('refuse', 'clarify', 'smalltalk')) return 'person_missed';
  if (allows(got.action)) return isMisled(turn) ? retrievalKind(turn, facts) : 'wrong_words';
  if (got.action === 'smalltalk' || (allows('smalltalk') && !informs)) return 'smalltalk_mistaken';
  if (got.action === 'lookup') return 'lookup_needless';
  if (got.awaiting?.slot === 'order_number' && allows('answer')) return 'asked_number';
  if (allows('lookup') && !allows('answer')) return 'lookup_missed';
  if (allows('answer')) return retrievalKind(turn, facts);
  if (got.action === 'answer') return allows('refuse') ? 'answered_unknown' : 'answered_vague';
  if (got.action === 'clarify') return 'asked_back';
  return 'not_asked_back';
}

/** An answer from articles none of which is expected. */
function isMisled({ expect, got }: Pick<TurnScore, 'expect' | 'got'>): boolean {
  const mustCite = got.action === 'answer' || (got.action === 'lookup' && !expect.action.includes('answer'));
  return (
    mustCite &&
    expect.article.length > 0 &&
    !got.citations.some((citation) => expect.article.includes(citation.article))
  );
}

function retrievalKind(
  { expect, got }: Pick<TurnScore, 'expect' | 'got'>,
  { evidence, answerThreshold }: KindFacts,
): FailureKind {
  if (expect.article.length === 0) return 'not_answered';
  const expected = evidence?.articles.filter(({ role }) => role === 'expected') ?? [];
  if (expected.length > 0 && expected.every(({ title }) => title === undefined)) return 'article_gone';
  const readings = evidence?.readings ?? [];
  const isRight = (article: string | undefined) => article !== undefined && expect.article.includes(article);
  const wasFound = readings.some(({ article, probability }) => isRight(article) && probability >= answerThreshold);
  if (readings.length > 1 && wasFound) return 'followup_misread';
  const rank = got.candidates.findIndex(({ article }) => isRight(article));
  if (rank < 0) return 'not_found';
  return rank === 0 ? 'held_back' : 'outranked';
}
