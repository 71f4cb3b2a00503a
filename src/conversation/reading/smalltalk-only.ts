import type { IntentScore, Language, SentimentLabel } from '../../domain/understanding.ts';
import type { Intent } from '../../intents/intent.ts';
import { lengthOf } from '../../text/length-of.ts';
import { hasLetters } from '../../text/letters.ts';
import { asksSomething } from './asks-something.ts';
import { readSmalltalk } from './read-smalltalk.ts';

/** How the catalogue says an intent is treated. */
type RouteOf = (intent: string) => Intent['route'] | undefined;

/** What is known of a message when small talk is looked for. */
export interface SmalltalkFacts {
  readonly text: string;
  readonly language: Language;
  readonly intents: readonly IntentScore[];
  /** Whether the knowledge has an answer to the message by itself: after any title, praise finds that article. */
  readonly answerable: boolean;
  /** Whether the knowledge holds anything near the message. */
  readonly isNear?: boolean;
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
/** A remark that leaves open what is meant is small talk where a classifier alone is this certain, */
const SURE_OF_REMARK = 0.85;
/** and one that may go on about what was spoken of, such as 女的 and "10 mins ago", where it is this certain. */
const SURE_OF_REPLY = 0.95;
/**
 * In the middle of a conversation a classifier reads these into whatever tells a time (已经铺了一晚上了, 立刻马上), so that there they need a
 * formula.
 */
const ENDING = new Set(['goodbye', 'wait_moment']);
/** Their words find an article (on complaints, on reaching a person) and ask for none. */
const COURTESY = new Set(['praise', 'thanks', 'apology']);
/** Words behind which praise goes on to report what is wrong: 质量挺好，就是大了. */
const EXCEPT: Readonly<Record<Language, RegExp>> = {
  zh: /就是(?!好|棒|赞|快)|但是?|不过|可惜|可是|只是|然而|除了/u,
  en: /\b(?:but|though|although|except|however|only|yet)\b/iu,
};
/** Praise that goes on is a report, and most reports end in a question. */
const LONGEST: Readonly<Record<Language, number>> = { zh: 30, en: 18 };

/** The small-talk intent of a message that is nothing else; undefined when there is something to answer. */
export function smalltalkOnly(facts: SmalltalkFacts, routeOf: RouteOf, certain: number): string | undefined {
  const { text, language, intents, answerable } = facts;
  const formula = readSmalltalk(text);
  if (formula) return formula;
  // Faces that are no formula are cross ones, whatever a classifier makes of nothing else.
  if (!hasLetters(text)) return undefined;
  const [first] = intents;
  const remark = isRemark(facts) ? remarkOf(text, language) : undefined;
  if (remark) return remark;
  if (!first || routeOf(first.name) !== 'smalltalk' || first.confidence < certain) return undefined;
  // 不太满意 is near what praise says.
  if (first.name === 'praise' && isCrossMood(facts.mood)) return undefined;
  if (lengthOf(text, language) > LONGEST[language] || !isBelieved(first, facts)) return undefined;
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
  return (
    !asksSomething(text, language) && lengthOf(text, language) <= LONGEST[language] && !EXCEPT[language].test(text)
  );
}

/** Wishes for something, whatever is loved in it: *would love one in blue*, 想要好看的. */
const WISHES: Readonly<Record<Language, RegExp>> = {
  zh: /想|要(?!是)|求|能|可以|推荐|来[一两个件双]/u,
  en: /\b(?:would|'?d|could|need|want|like|after|looking|please|pls|send|recommend|hope)\b/iu,
};
/** Finds fault, laughing or not: 哈哈好抠门, *lol so stingy*. */
const UNKIND: Readonly<Record<Language, RegExp>> = {
  zh: /抠|小气|黑心|坑[人爹]|贵|差劲|[好真太挺]差|[好真太]烂|无语|过分|离谱|敷衍|呵呵|垃圾|[好真太挺]慢|没劲|失望/u,
  en: /\b(?:sting(?:y|ier)|tight(?:wads?)?|cheap(?:skates?)?|greedy|rubbish|crap|pricey|expensive|rip-?off|slow|useless|lame|ridiculous|disappoint\w*)\b/iu,
};
/** 一点都不贵, 贵店, *never disappoints*. */
const SPARED: Readonly<Record<Language, RegExp>> = {
  zh: /(?:不|没有?|别)[^,，。!！?？]{0,4}|贵[店司公]/gu,
  en: /\b(?:not|never|no|nothing|hardly|without|\w+n['’]?t)\b(?: [\w'’]+){0,3}/giu,
};
const THANKS: Readonly<Record<Language, RegExp>> = { zh: /谢|多亏/u, en: /\b(?:thank\w*|thx|cheers|ta)\b/iu };

/** What is meant by kind or laughing words: who laughs at the shop is not thanked for it. */
function remarkOf(text: string, language: Language): string {
  if (UNKIND[language].test(text.replace(SPARED[language], ' '))) return 'acknowledge';
  return THANKS[language].test(text) ? 'thanks' : 'praise';
}

/** Words in a good mood that ask for nothing, that no intent claims and no article is near: *my mum loves the cushions, just wanted to say*. */
function isRemark({ text, language, intents, answerable, isNear = true, mood }: SmalltalkFacts): boolean {
  if (mood !== 'positive' || answerable || isNear || intents.length > 0) return false;
  return !asksSomething(text, language) && !EXCEPT[language].test(text) && !WISHES[language].test(text);
}

function isCrossMood(mood: SentimentLabel | undefined): boolean {
  return mood === 'upset' || mood === 'angry' || mood === 'threat';
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
  return !isCrossMood(mood) && COURTESY.has(name) && confidence >= SURE_OF_REMARK && !EXCEPT[language].test(text);
}
