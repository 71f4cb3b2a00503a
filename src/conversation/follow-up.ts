import type { ConversationState, PastTurn } from '../domain/conversation.ts';
import type { Language, Understanding } from '../domain/understanding.ts';
import { looksComplete } from './looks-complete.ts';
import { newWords, ownWords } from './own-words.ts';
import { startsAfresh } from './starts-afresh.ts';
import { substituteTopic } from './substitute-topic.ts';

/** What the conversation is about when a message comes in. */
export interface Topic {
  /** The question before, with its own follow-ups resolved: 毛衣能机洗吗, 羽绒服呢 make 羽绒服能机洗吗. */
  readonly question: string;
  /** The article that was shown in reply, if one was; the first of two. */
  readonly article?: { readonly id: string; readonly title: string };
  /** Titles that were offered instead, or that of the second article shown; may be empty. */
  readonly options: readonly string[];
  /** What the bot said. */
  readonly reply: string;
}

/** From so many words that the topic does not hold, a message is a question of its own. */
export const NEW_QUESTION = 3;

/**
 * The topic that a message may lean on; undefined at the beginning, and after a look-up, which leaves nothing open.
 * Thanks and the like do not end a topic.
 */
export function currentTopic(state: ConversationState, language: Language): Topic | undefined {
  const spoken = state.turns.filter(({ action }) => action !== 'smalltalk');
  const last = spoken.at(-1);
  if (!last || !LEAVES_TOPIC.has(last.action) || state.awaiting?.slot === 'order_number') return undefined;
  const [cited, second] = last.citations;
  const article = cited && { id: cited.article, title: cited.title };
  return {
    question: resolvedQuestion(spoken, language),
    article,
    options: state.awaiting?.options ?? (second ? [second.title] : []),
    reply: last.reply,
  };
}

const LEAVES_TOPIC = new Set(['answer', 'clarify', 'refuse']);

function resolvedQuestion(turns: readonly PastTurn[], language: Language): string {
  return turns.reduce((former, { text }) => substituteTopic(former, text, language) ?? text, '');
}

const POSITIONS: readonly RegExp[] = [
  /^\s*(?:(?:就是)?第?[(（]?\s*[1一][)）]?\s*个?|(?:(?:and\s+)?the\s+)?(?:first|1st)(?: (?:one|article))?)[\s.。!！?？]*$/iu,
  /^\s*(?:(?:就是)?第?[(（]?\s*[2二][)）]?\s*个?|(?:(?:and\s+)?the\s+)?(?:second|2nd)(?: (?:one|article))?)[\s.。!！?？]*$/iu,
  /^\s*(?:(?:就是)?第?[(（]?\s*[3三][)）]?\s*个?|(?:(?:and\s+)?the\s+)?(?:third|3rd)(?: (?:one|article))?)[\s.。!！?？]*$/iu,
];

/**
 * The title that a reply chooses: among those offered by its number, or by words that no other one holds; of two articles
 * shown together, by its number.
 */
export function chosenTopic(
  { awaiting, turns }: ConversationState,
  text: string,
  language: Language,
): string | undefined {
  const options = awaiting?.slot === 'topic' ? (awaiting.options ?? []) : [];
  const position = POSITIONS.findIndex((pattern) => pattern.test(text));
  if (position >= 0) return (awaiting ? options : shownTogether(turns))[position];
  const words = ownWords(text, language);
  if (words.length === 0 || words.length > MOST_NAMING) return undefined;
  const named = options.filter((title) => newWords(words, title, language).length === 0);
  return named.length === 1 ? named[0] : undefined;
}

/** Titles of the articles that the last reply showed, when it showed more than one. */
function shownTogether(turns: readonly PastTurn[]): readonly string[] {
  const titles = turns.at(-1)?.citations.map(({ title }) => title) ?? [];
  return titles.length > 1 ? titles : [];
}

/** Words with which one names a title; more of them ask something. */
const MOST_NAMING = 3;

/**
 * Whether the message replies to the question that the bot asked back last, rather than asking something new: it names
 * what was offered, is still about the same matter, or asks nothing by itself.
 */
export function repliesToClarification(state: ConversationState, { text, language, intents }: Understanding): boolean {
  const last = state.turns.at(-1);
  if (last?.action !== 'clarify' || startsAfresh(text, language)) return false;
  if (chosenTopic(state, text, language)) return true;
  const [topic] = intents;
  const before = last.intents[0]?.name;
  if (topic && before) return topic.name === before;
  return !looksComplete(text) && newWords(ownWords(text, language), last.text, language).length < NEW_QUESTION;
}
