import type { ConversationState, PastTurn } from '../domain/conversation.ts';
import type { HandoffBrief, ReasonCode } from '../domain/decision.ts';
import type { Entity, Understanding } from '../domain/understanding.ts';
import { detectLanguage } from '../text/detect-language.ts';
import { normalizeText } from '../text/normalize-text.ts';
import { BRIEF_WORDS, type BriefWords } from './brief-words.ts';
import { describeMood } from './describe-mood.ts';

/** What the brief is written from. */
export interface BriefFacts {
  readonly state: Pick<ConversationState, 'turns' | 'transcript'>;
  /** Own words of the turn that led to the hand-off; a burst is joined by line breaks. */
  readonly text: string;
  readonly understanding: Understanding;
  /** Why a person is called. */
  readonly reason: ReasonCode;
  readonly catalogue: ReadonlyMap<string, { readonly description: string; readonly route: string }>;
  /** Reads numbers from earlier messages; without it only those of this turn are listed. */
  readonly entitiesOf?: (text: string) => readonly Entity[];
}

/** Longest quotation of the customer in a one-line field, in characters. */
const QUOTE = 120;
/** Below this a message (人工, ???) says nothing about the matter. */
const SUBSTANTIAL = 5;
const INTENT_CERTAIN = 0.4;
const MOST_INTENTS = 2;

/** Everything the agent who takes over should know before the first word. Pure and synchronous. */
export function handoffBrief(facts: BriefFacts): HandoffBrief {
  const { state, text, understanding, reason } = facts;
  const words = BRIEF_WORDS[understanding.language];
  return {
    wants: wants(facts),
    orderNumbers: orderNumbers(facts),
    tried: state.turns.filter(({ action }) => action !== 'smalltalk').map((turn) => attempt(turn, words)),
    mood: describeMood(understanding.sentiment, state.turns, words, reason),
    transcript: transcript(state.transcript, text),
  };
}

/** The last words that carry a matter, and what the bot took them for. */
function wants({ state, text, understanding, catalogue }: BriefFacts): string {
  const said = [...state.turns.map((turn) => turn.text), text].reverse();
  const matter = said.find((words) => letterCount(words) >= SUBSTANTIAL) ?? text;
  const scores = [understanding.intents, ...state.turns.map(({ intents }) => intents).reverse()].flat();
  const described = scores
    .filter(({ confidence }) => confidence >= INTENT_CERTAIN)
    .map(({ name }) => catalogue.get(name))
    .filter((intent) => intent !== undefined && intent.route !== 'smalltalk')
    .map((intent) => intent?.description ?? '')
    // The shop's agents read the customer's language; a description in another one would only puzzle them.
    .filter((description) => (detectLanguage(description) ?? understanding.language) === understanding.language);
  const topics = [...new Set(described)].slice(0, MOST_INTENTS);
  return topics.length === 0 ? quote(matter) : `${quote(matter)} (${topics.join(' ')})`;
}

function orderNumbers({ state, understanding, entitiesOf }: BriefFacts): string[] {
  const lines = state.transcript.filter(({ role }) => role === 'customer');
  const earlier = entitiesOf ? lines.flatMap(({ text }) => entitiesOf(text)) : [];
  const numbers = [...earlier, ...understanding.entities].filter(({ kind }) => kind === 'order_number');
  return [...new Set(numbers.map(({ value }) => value))];
}

function attempt({ text, action, citations }: PastTurn, words: BriefWords): string {
  const titles = citations.map(({ title }) => title).join(', ');
  return `${words.tried[action]}${titles ? ` (${titles})` : ''}: ${quote(text)}`;
}

/** Whether this turn is in the state already depends on who called: the server stores first, an evaluation does not. */
function transcript(lines: HandoffBrief['transcript'], text: string): HandoffBrief['transcript'] {
  const lastOther = lines.findLastIndex(({ role }) => role !== 'customer');
  const pending = normalizeText(
    lines
      .slice(lastOther + 1)
      .map((line) => line.text)
      .join('\n'),
  );
  return pending.endsWith(normalizeText(text)) ? lines : [...lines, { role: 'customer', text }];
}

function quote(text: string): string {
  const line = [...text.replace(/\s+/g, ' ').trim()];
  return line.length <= QUOTE ? line.join('') : `${line.slice(0, QUOTE - 1).join('')}…`;
}

function letterCount(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
