import type { Language } from '../../domain/understanding.ts';
import { lengthOf } from '../../text/length-of.ts';
import { ownWords } from './own-words.ts';

/** 羽绒服呢, 那花呗行吗, 浴巾也一样吗: nothing but another thing to ask the former question of. */
const CHINESE_THING =
  /^(?:那么?|然后|还有|另外|要是|如果|换成)?[,，\s]*(?<thing>[^,，。?？!！\s]{1,10}?)(?:也?(?:是)?一样(?:吗|么|的吗)?|(?:也)?(?:总|该|应该)?(?:行|可以|能)(?:吗|么|嘛|不|了?吧)|也?是(?:吗|么)|的话|那些|这些|呢|啊)*[?？~～。!！\s]*$/u;
const ENGLISH_THING =
  /^(?:(?:ok(?:ay)?|so|oh)[, ]+)?(?:and|or|what about|how about|and what about|and how about|and if it (?:was|is|'s)|what if it(?:'s| is| was))\s+(?:for |to |with |by |the |a |an |my |your |our )*(?<thing>[\p{L}\p{N}' -]{2,40}?)(?: then)?[?.!\s]*$/iu;
/** The thing an English question asks about: what follows an article or a possessive, or a preposition; not *want to exchange*, *a bigger one*. */
const ENGLISH_SLOT =
  /\b(?<before>(?:the|an?|my|your|our|(?<!\b(?:want|need|like|have|going|able|how|trying|wish|supposed) )to|with|by)\s+)(?<thing>[\p{L}\p{N}'-]+(?![\p{L}\p{N}'-]| ones?\b)(?:\s(?:jacket|card|set|pay|coat|bag|box))?)/giu;
/** Points at another one of what was spoken of, and names none. */
const OTHER_ONE = /^(?:另外?[一那两]?[个款种件条只双]?|其[他它余]的?|别的|(?:an)?other(?: ones?)?|others|rest)$/iu;
/** A question of its own, not a thing: 多大, 有床围不, 蚊帐有吧. */
const ASKS_OF_THING = /[多几哪谁怎咋啥么吗]|什么|[能会可]|^有.*[没不吧]$|有[没不吧]?$|[没不]$/u;
const LONGEST_THING: Readonly<Record<Language, number>> = { zh: 8, en: 3 };

/**
 * The former question asked of the thing that a follow-up names: 毛衣能机洗吗, 羽绒服呢 make 羽绒服能机洗吗. Undefined when
 * the message names no thing, asks a question of its own, or the former one has no place for it. Pure.
 */
export function substituteTopic(former: string, text: string, language: Language): string | undefined {
  const thing = namedThing(text, language);
  if (!thing) return undefined;
  return language === 'zh' ? substituteChinese(former, thing) : substituteEnglish(former, thing);
}

/** What a follow-up consists of when it does nothing but name another thing. */
export function namedThing(text: string, language: Language): string | undefined {
  const thing = (language === 'zh' ? CHINESE_THING : ENGLISH_THING).exec(text.trim())?.groups?.thing?.trim();
  if (!thing || ownWords(thing, language).length === 0 || OTHER_ONE.test(thing)) return undefined;
  const asks = language === 'zh' && ASKS_OF_THING.test(thing);
  return lengthOf(thing, language) <= LONGEST_THING[language] && !asks ? thing : undefined;
}

/** The thing that a question asks about, as it names it; undefined when it names none. Pure. */
export function thingAskedAbout(question: string, language: Language): string | undefined {
  return language === 'zh' ? chineseThing(question) : englishSlot(question)?.groups?.thing;
}

/** Chinese questions name their thing first. */
function chineseThing(question: string): string | undefined {
  return ownWords(question, 'zh').find((word) => !VERBS.has(word) && [...word].length > 1);
}

function substituteChinese(former: string, thing: string): string | undefined {
  const topic = chineseThing(former);
  return topic && topic !== thing && former.includes(topic) ? former.replace(topic, thing) : undefined;
}

const VERBS = new Set(
  '支持 你家 店里 咱家 想要 能用 买的 昨天 今天 刚刚 帮我 申请 查下 贵店 小店 大家 麻烦 老板'.split(' '),
);

/** What does something to goods, which may stand last: *wash it in the machine*. */
const MEANS =
  /^(?:(?:washing |coffee |sewing )?machine|washer|(?:tumble )?dr[iy]er|dishwasher|microwave|oven|freezer|fridge|wash|iron|steamer|sun|rain|cold|heat|hob|sink|bath)$/iu;

/** The place of the last thing that is asked about; a means, such as *in the machine*, gives way to what it is used on unless another means is named. */
function englishSlot(question: string, thing = ''): RegExpExecArray | undefined {
  const slots = [...question.matchAll(ENGLISH_SLOT)];
  const ofGoods = slots.filter(({ groups }) => !MEANS.test(groups?.thing ?? ''));
  return (MEANS.test(thing) ? undefined : ofGoods.at(-1)) ?? slots.at(-1);
}

function substituteEnglish(former: string, thing: string): string | undefined {
  const slot = englishSlot(former, thing);
  if (!slot?.groups) return undefined;
  const from = slot.index + slot.groups.before.length;
  return `${former.slice(0, from)}${thing}${former.slice(from + slot.groups.thing.length)}`;
}
