import type { Citation } from '../../domain/decision.ts';
import type { Awaiting } from '../../domain/turn.ts';
import type { Language } from '../../domain/understanding.ts';
import type { Escalation } from '../../escalation/escalation-policy.ts';
import type { Passage } from '../../retrieval/search-result.ts';
import type { LanguageReplies } from './replies.ts';
import type { Decision, TurnFacts } from './turn-facts.ts';
import { wasSaid } from './was-said.ts';

/* The decisions that several rules come to. All are pure. */

const TONE_THAT_WANTS_AN_APOLOGY = new Set(['threat', 'angry', 'upset']);
/** Around the title of an article in a reply, which is plain text. */
const TITLE_MARKS: Readonly<Record<Language, readonly [string, string]>> = { zh: ['【', '】'], en: ['[', ']'] };
const QUOTES: Readonly<Record<Language, readonly [string, string]>> = { zh: ['“', '”'], en: ['"', '"'] };

/** What the knowledge says, and which questions of the message it leaves open. */
export function answer(facts: TurnFacts, replies: LanguageReplies, passages: readonly Passage[]): Decision {
  return saying(textOf(passages, facts) + unansweredNote(facts, replies), passages, facts, replies);
}

/** Who asks two things and hears of one should know that the other was heard. */
function unansweredNote({ search, language }: TurnFacts, replies: LanguageReplies): string {
  const [open, close] = QUOTES[language];
  const parts = (search.unanswered ?? []).map((part) => `${open}${part.replace(/[?？]+$/u, '')}${close}`);
  if (parts.length === 0) return '';
  const questions = parts.join(language === 'zh' ? '、' : ', ');
  return `\n\n${replies.partUnanswered.replace('{questions}', () => questions)}`;
}

/** A text with what it was taken from. */
export function saying(
  text: string,
  sources: readonly { readonly citation: Citation }[],
  facts: TurnFacts,
  replies: LanguageReplies,
): Decision {
  return {
    action: 'answer',
    reply: withApology(text, facts, replies),
    citations: sources.map(({ citation }) => citation),
  };
}

/** Passages as they are said: two of them, or a part of an article, under their titles. */
export function textOf(passages: readonly Passage[], { language }: Pick<TurnFacts, 'language'>): string {
  const [open, close] = TITLE_MARKS[language];
  const texts = passages.map(({ text, isPart, citation: { title } }) =>
    passages.length > 1 || isPart ? `${open}${title}${close}\n${text}` : text,
  );
  return texts.join('\n\n');
}

/** Calls a person. */
export function escalate(escalation: Escalation, facts: TurnFacts, replies: LanguageReplies): Decision {
  const called = facts.nobodyComes ? replies.handoffNoted : replies.handoff;
  if (escalation.reason === 'safety') return escalateDanger(escalation, called, facts, replies);
  return { action: 'escalate', reply: withApology(called, facts, replies), citations: [], escalation };
}

/** Whoever is hurt or in danger reads at once what the shop's pages say to do, and that a person was called. */
function escalateDanger(escalation: Escalation, called: string, facts: TurnFacts, replies: LanguageReplies): Decision {
  const { firstAid = [], language } = facts;
  const sorry = replies.handoffSafety.trimEnd();
  const citations = firstAid.map(({ citation }) => citation);
  const reply =
    firstAid.length === 0
      ? `${sorry}${language === 'en' ? ' ' : ''}${called}`
      : `${sorry}\n${replies.firstAid}\n${textOf(firstAid, facts)}\n\n${called}`;
  return { action: 'escalate', reply, citations, escalation };
}

/** First of all acknowledges that a customer is cross. */
export function withApology(
  reply: string,
  { sentiment, language }: TurnFacts,
  { handoffSorry }: LanguageReplies,
): string {
  if (!TONE_THAT_WANTS_AN_APOLOGY.has(sentiment.label)) return reply;
  return `${handoffSorry.trimEnd()}${language === 'en' ? ' ' : ''}${reply}`;
}

/** Asks back, unless that was in vain before: then a person is called. */
export function askOnce(reply: string, awaiting: Awaiting, facts: TurnFacts, replies: LanguageReplies): Decision {
  if (facts.escalateUnlessAnswered) return escalate(facts.escalateUnlessAnswered, facts, replies);
  return { action: 'clarify', reply, citations: [], awaiting };
}

/** Asks what more is wanted of an article that was just shown, once; that is no failure to answer. */
export function askMore(
  citations: readonly Citation[],
  { said = [] }: TurnFacts,
  replies: LanguageReplies,
): Decision | undefined {
  return onceOf(citations, { line: replies.askMore, said, action: 'clarify' });
}

/** Stands by an article that was just shown and is hardly believed, once. */
export function standBy(
  citations: readonly Citation[],
  { said = [] }: TurnFacts,
  replies: LanguageReplies,
): Decision | undefined {
  return onceOf(citations, { line: replies.stands, said, action: 'answer' });
}

/** A line about an article that was just shown, unless it was said lately. */
function onceOf(
  citations: readonly Citation[],
  of: { readonly line: string; readonly said: readonly string[]; readonly action: 'answer' | 'clarify' },
): Decision | undefined {
  const { line, said, action } = of;
  const [shown] = citations;
  const reply = shown && line.replace('{title}', () => shown.title);
  return reply === undefined || wasSaid(reply, said) ? undefined : { action, reply, citations };
}

/** Asks what would help whom the last reply did not. */
export function askWhatHelps(facts: TurnFacts, replies: LanguageReplies): Decision {
  return askOnce(replies.notHelpful, { slot: 'topic', text: facts.text }, facts, replies);
}
