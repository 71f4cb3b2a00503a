import type { IntentScore, Language, SentimentLabel } from '../domain/understanding.ts';
import { readSmalltalk } from './read-smalltalk.ts';

/** How the catalogue says an intent is treated. */
export type RouteOf = (intent: string) => 'answer' | 'lookup' | 'smalltalk' | 'escalate' | undefined;

/** What is known of a message when small talk is looked for. */
export interface SmalltalkFacts {
  readonly text: string;
  readonly language: Language;
  readonly intents: readonly IntentScore[];
  /** Whether the knowledge has an answer to the message by itself: after any title, praise finds that article. */
  readonly answerable: boolean;
  /** Whether something was spoken of before that the message may go on about. */
  readonly isUnderWay?: boolean;
  /** Whether that was a question for an order number: whoever looks for it says so. */
  readonly askedForNumber?: boolean;
  /** Whether the message leaves open what is meant: 就上次说的那事. */
  readonly isVague?: boolean;
  /** What the message's tone was read as; neutral when absent. */
  readonly mood?: SentimentLabel;
}

/** A message that asks something besides 亲在吗 is not small talk, so another intent this certain wins. */
const OTHER_INTENT = 0.5;
/** Questions that are small talk themselves. */
const ASKING = new Set(['greeting', 'are_you_bot']);
/** A question is small talk where a classifier is this certain of it. */
const SURE = 0.8;
/** Of what is vague a classifier alone must be this certain, */
const SURE_OF_REMARK = 0.85;
/** and of words that may go on about what was spoken of, such as 女的 and "10 mins ago", this certain. */
const SURE_OF_REPLY = 0.95;
/** After an answer, 已经铺了一晚上了 and 立刻马上 are read as these, so that they need a formula. */
const ENDING = new Set(['goodbye', 'wait_moment']);
/** Their words find an article (on complaints, on reaching a person) and ask for none. */
const COURTESY = new Set(['praise', 'thanks', 'apology']);
/** 质量挺好，就是大了 reports what follows. */
const EXCEPT: Readonly<Record<Language, RegExp>> = {
  zh: /就是(?!好|棒|赞|快)|但是?|不过|可惜|可是|只是|然而|除了/u,
  en: /\b(?:but|though|although|except|however|only|yet)\b/iu,
};
/** Praise that goes on is a report, and most reports end in a question. Characters in Chinese, words in English. */
const LONG: Readonly<Record<Language, (text: string) => boolean>> = {
  zh: (text) => [...text].length > 30,
  en: (text) => text.split(/\s+/).length > 18,
};
/** What asks where a clause begins with it: *has it shipped*, *isn't it too late*. */
const ASKED_OF =
  "(?:is|are|am|was|were|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must|(?:is|are|was|were|do|does|did|has|have|had|ca|could|wo|would|should)n't) (?:i|you|we|they|he|she|it|this|that|these|those|there|my|mine|your|our|their|the|an?|any(?:one|body|thing)?|some(?:one|body)|everything|all)";
const ENGLISH_QUESTION = [
  '\\?',
  '^(?:what(?! an? )|when|where|which|who|why|how|can|could|do(?! not)|does|is|are|will|would|should|may)\\b',
  "\\b(?:how (?:do|can|much|long|many)|can (?:i|you)|could (?:i|you)|do you|is (?:it|there)|are there|what(?:'s| is) (?:the|your)|where|when)\\b",
  `(?:^|[,.;:!\\n]\\s*|\\b(?:and|but|so|or|then|ok|okay|hi|hello|hey|well|oh|also|now|sorry|please|thanks) )${ASKED_OF}\\b`,
  '\\b(?:and|but|so|or|then|ok|okay|hi|hello|hey|well|oh|also|now|sorry|please|thanks),? (?:what(?! an? )|which|who|why|how)\\b',
  // *then what*, *it closes when*
  "(?<!\\b(?:matter|know|knows|guess|that's|is) )\\b(?:what|which|who|why|how)[\\s.!]*$",
  '\\b(?:tell me|let me know (?:if|when|how|what|where|which|why|whether)|wondering|(?:like|want|need) to know|not sure (?:if|how|what|where|which|whether|when)|any (?:idea|chance|news|updates?))\\b',
];
const QUESTION: Readonly<Record<Language, RegExp>> = {
  zh: /[?？]|(?:[吗么嘛不]|没有?)(?=[\s,，。.!！~～]|$)|请问|想问|问一?下|怎么(?!这么|那么|就这么)|咋|多少|多久|(?<![好这那前后过近最了买])几(?!乎)|哪|什么|啥|能不能|可不可以|可以.*(?:吗|么)|有没有|会不会|是不是|麻烦(?!你了|您了)|帮我|给我|呢(?=[\s,，。.!！~～]|$)/u,
  en: new RegExp(ENGLISH_QUESTION.join('|'), 'iu'),
};

/** Whether a message has the form of a question or a request. Pure. @param text with the forms of chats spelt out */
export function asksSomething(text: string, language: Language): boolean {
  return QUESTION[language].test(text);
}

/** The small-talk intent of a message that is nothing else; undefined when there is something to answer. */
export function smalltalkOnly(facts: SmalltalkFacts, routeOf: RouteOf, certain: number): string | undefined {
  const { text, language, intents, answerable } = facts;
  const formula = readSmalltalk(text);
  if (formula) return formula;
  // Faces that are no formula are cross ones, whatever a classifier makes of nothing else.
  if (!/[\p{L}\p{N}]/u.test(text)) return undefined;
  const [first] = intents;
  if (!first || routeOf(first.name) !== 'smalltalk' || first.confidence < certain) return undefined;
  if (LONG[language](text) || !isBelieved(first, facts)) return undefined;
  if (answerable && !isMeant(first, facts)) return undefined;
  const other = intents.some(({ name, confidence }) => routeOf(name) !== 'smalltalk' && confidence >= OTHER_INTENT);
  return other ? undefined : first.name;
}

/** Whether small talk is the likeliest reading of a message that asks nothing, be it certain enough or not. */
export function resemblesSmalltalk(
  { text, language, intents: [first] }: SmalltalkFacts,
  routeOf: RouteOf,
  certain: number,
): boolean {
  if (!first || first.confidence < certain || routeOf(first.name) !== 'smalltalk') return false;
  return !asksSomething(text, language) && !LONG[language](text) && !EXCEPT[language].test(text);
}

/** Whether a classifier is certain enough of small talk, for what the message looks like and what went before. */
function isBelieved({ name, confidence }: IntentScore, facts: SmalltalkFacts): boolean {
  const { text, language, isUnderWay, askedForNumber, mood } = facts;
  if (asksSomething(text, language)) return ASKING.has(name) && confidence >= SURE;
  const goesOn = isUnderWay && !(askedForNumber && ENDING.has(name));
  if (goesOn && ENDING.has(name)) return false;
  // Two models agree that 蛮聪明的 is kind.
  if (mood === 'positive') return true;
  const mayReply = goesOn || /\p{N}/u.test(text);
  // Whoever opens a conversation with *have a lovely weekend* goes on about nothing.
  if (!mayReply && !facts.isVague) return true;
  return confidence >= (mayReply ? SURE_OF_REPLY : SURE_OF_REMARK);
}

/** Whether small talk is meant although an article is near. */
function isMeant({ name, confidence }: IntentScore, { text, language, mood }: SmalltalkFacts): boolean {
  // The article on reaching a person is near whoever asks whether this is one, and does not say.
  if (name === 'are_you_bot') return confidence >= SURE;
  const isCalm = mood === undefined || mood === 'neutral' || mood === 'positive';
  return isCalm && COURTESY.has(name) && confidence >= SURE_OF_REMARK && !EXCEPT[language].test(text);
}
