import type { ConversationState, PastTurn } from '../../domain/conversation.ts';
import type { Citation } from '../../domain/decision.ts';
import type { Language, Understanding } from '../../domain/understanding.ts';
import { normalizeText } from '../../text/normalize-text.ts';
import { lastSpoken, spokenTurns } from '../state/last-spoken.ts';
import { asksOfRequest } from './asks-of-request.ts';
import { currentOrder, saidOfStage } from './current-order.ts';
import { looksComplete } from './looks-complete.ts';
import { newWords, ownWords } from './own-words.ts';
import { pointsBack } from './points-back.ts';
import { readCorrection, startsAfresh } from './starts-afresh.ts';
import { setsCondition, statesFact } from './states-fact.ts';
import { substituteTopic } from './substitute-topic.ts';

/** What the conversation is about when a message comes in. */
export interface Topic {
  /** The question before, with its own follow-ups resolved: 毛衣能机洗吗, 羽绒服呢 make 羽绒服能机洗吗. */
  readonly question: string;
  /** Whether it is no question but where an order stands that was just looked up. */
  readonly isOrder?: boolean;
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
 * The topic that a message may lean on; undefined at the beginning. After a look-up, the order is what it may lean on.
 * Thanks and the like do not end a topic.
 */
export function currentTopic(state: ConversationState, language: Language): Topic | undefined {
  const spoken = spokenTurns(state);
  const last = spoken.at(-1);
  const order = state.awaiting ? undefined : currentOrder(state);
  if (last?.action === 'lookup' && order)
    return {
      ...{ question: saidOfStage(order.stage, language), isOrder: true },
      ...{ options: [], reply: `${last.text} ${last.reply}` },
    };
  if (!last || !LEAVES_TOPIC.has(last.action)) return undefined;
  // 怎么改, instead of the number that was asked for, asks about the matter.
  if (state.awaiting?.slot === 'order_number') return { question: state.awaiting.text, options: [], reply: last.reply };
  const [cited, second] = shownBefore(spoken);
  const article = cited && { id: cited.article, title: cited.title };
  return {
    question: resolvedQuestion(spoken, language),
    article,
    options: state.awaiting?.options ?? (second ? [second.title] : []),
    reply: last.reply,
  };
}

const LEAVES_TOPIC = new Set(['answer', 'clarify', 'refuse']);

/** What the last reply showed; where it showed nothing, what the one before did: a question that was not answered ends no topic. */
function shownBefore(spoken: readonly PastTurn[]): readonly Citation[] {
  const [before, last] = [spoken.at(-2), spoken[spoken.length - 1]];
  return last.citations.length === 0 && before ? before.citations.slice(0, 1) : last.citations;
}

function addsToQuestion(text: string, language: Language): boolean {
  return statesFact(text, language) || setsCondition(text, language);
}

function resolvedQuestion(turns: readonly PastTurn[], language: Language): string {
  return turns.reduce((former, turn, at) => questionAfter(former, turn, turns[at - 1], language), '');
}

/**
 * What is asked after a turn: what is told or corrected belongs to the question, unless another article answered it; what is asked of a request
 * leaves that standing.
 */
function questionAfter(former: string, turn: PastTurn, before: PastTurn | undefined, language: Language): string {
  const { text, citations } = turn;
  if (asksOfRequest(former, text, language)) return former;
  const substituted = substituteTopic(former, text, language);
  if (substituted !== undefined) return substituted;
  const correction = readCorrection(text, language);
  const said = correction?.text ?? text;
  const added = correction ? correction.completes : addsToQuestion(text, language);
  const [shown] = before?.citations ?? [];
  const isElsewhere = shown !== undefined && citations.length > 0 && citations[0].article !== shown.article;
  if (added && former !== '' && !isElsewhere) return `${former} ${said}`;
  // *Do I get free delivery with it* says by itself that it is about delivery.
  const isOfShown = shown !== undefined && citations[0]?.article === shown.article && pointsBack(said, language);
  return isOfShown ? `${shown.title} ${said}` : said;
}

/** Digits and words of the positions that an offer has. */
const ORDINALS: readonly (readonly [chinese: string, ordinal: string, english: string])[] = [
  ['1一', 'first|1st', 'one|1'],
  ['2二', 'second|2nd', 'two|2'],
  ['3三', 'third|3rd', 'three|3'],
];
const POSITIONS: readonly RegExp[] = ORDINALS.map(([chinese, ordinal, english]) =>
  position(`[${chinese}]`, ordinal, english),
);
const LAST =
  /^\s*(?:我?[选要看问]?最后(?:一|那)?[个条项]?|(?:the )?last (?:one|option|question|article))[\s.。!！吧]*$/iu;
/** 我要两个 and *one please* say how many, unless something was offered to choose from. */
const COUNTS = /^\s*(?:one|two|three|\d)\s*(?:please|pls)[\s.。!！]*$|^\s*(?:one|two|three)[\s.。!！?？]*$/iu;

/** Matches a message that is nothing but a position: 选2, 第二个吧, 要第一条, the second one please, option 2, #2. */
function position(chinese: string, ordinal: string, english: string): RegExp {
  const forms = [
    `(?:就是)?[(（]?\\s*${chinese}[)）]?\\s*[个号条]?吧?`,
    `(?:我?(?:就|想)?(?:选择?|要|看|问)的?是?|就是|就)?第[(（]?\\s*${chinese}[)）]?\\s*[个条项号种]?(?:问题)?(?:吧|呢|啊|哈)?`,
    `我?就?选择?${chinese}[个号条项]?吧?`,
    `(?:and\\s+)?(?:the\\s+)?(?:${ordinal})(?:\\s+(?:one|option|article|question))?(?:\\s+please)?`,
    `(?:option|number|no\\.?|question|article|#)\\s*(?:${english})(?:\\s+please)?`,
    `(?:${english})(?:\\s+(?:please|pls))?`,
  ];
  return new RegExp(`^\\s*(?:${forms.join('|')})[\\s.。!！?？]*$`, 'iu');
}

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
  const titles = awaiting ? options : shownTogether(turns);
  if (!awaiting && COUNTS.test(text)) return titles.includes(text) ? text : undefined;
  return chosenByPlace(titles, text) ?? named(options, text, language);
}

/** The part of the only article offered that a reply chooses, by its number or its words. */
export function chosenPart(
  { awaiting }: Pick<ConversationState, 'awaiting'>,
  text: string,
  language: Language,
): { readonly article: string; readonly heading: string } | undefined {
  const { article, headings = [] } = awaiting?.parts ?? {};
  const heading = chosenByPlace(headings, text) ?? named(headings, text, language);
  return article === undefined || heading === undefined ? undefined : { article, heading };
}

/** What stands at the place that a text names, or is said word for word. */
function chosenByPlace(offered: readonly string[], text: string): string | undefined {
  const said = normalizeText(text);
  const same = offered.find((each) => normalizeText(each) === said);
  if (same !== undefined) return same;
  return LAST.test(text) ? offered.at(-1) : offered[POSITIONS.findIndex((pattern) => pattern.test(text))];
}

/** The only one that holds all words of a text. */
function named(offered: readonly string[], text: string, language: Language): string | undefined {
  const words = ownWords(text, language);
  if (words.length === 0 || words.length > MOST_NAMING) return undefined;
  const holding = offered.filter((each) => newWords(words, each, language).length === 0);
  return holding.length === 1 ? holding[0] : undefined;
}

/** Titles of the articles that the last reply showed, when it showed more than one. */
function shownTogether(turns: readonly PastTurn[]): readonly string[] {
  const titles = lastSpoken({ turns })?.citations.map(({ title }) => title) ?? [];
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
  if (chosenPart(state, text, language) ?? chosenTopic(state, text, language)) return true;
  const [topic] = intents;
  const before = last.intents[0]?.name;
  if (topic && before) return topic.name === before;
  return !looksComplete(text) && newWords(ownWords(text, language), last.text, language).length < NEW_QUESTION;
}
