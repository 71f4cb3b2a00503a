import type { Language } from '../../domain/understanding.ts';
import { lengthOf } from '../../text/length-of.ts';
import { NEVER_MIND } from '../../text/taking-back.ts';
import { asksSomething } from './asks-something.ts';
import { ownWords } from './own-words.ts';

interface Openings {
  /** Words with which a customer drops what was spoken of: 那算了。 对了， "never mind," "by the way". */
  readonly drops: RegExp;
  /** Words with which a customer says that the answer was to another question: 答非所问， "that's not what I asked." */
  readonly corrects: RegExp;
}

const OPENINGS: Readonly<Record<Language, Openings>> = {
  zh: {
    drops:
      /^(?:(?:哦|噢|啊|嗯|好吧|行吧|那|等一下|等等|哎|诶|亲)[,，。!！\s]*)*(?:算了|对了|话说|等一下|等等|换个问题|再问一个|另外问一?下?|还有个(?:问题|事)|(?:先)?(?:别管|不管|不说|不问)(?:这个|那个)|(?:这个|那个)先?(?:不管|不说|不问))(?:[^,，。!！?？\s]{0,6}[了吧])?[,，。.!！~～\s]+/u,
    corrects:
      /^(?:不+|不是|不对|哎|诶|亲)?[,，。!！\s]*(?:(?:你|您|你们)?(?:这)?(?:答非所问|牛头不对马嘴|没(?:听|看|搞)?(?:懂|明白)(?:我(?:的)?(?:意思|问题))?|理解错了|弄错了|搞错了)(?:吧|啊|呀|啦|了)*|(?:我|俺)?(?:不是|没|没有|没在|不是在)(?:问|说)(?:你)?(?:这个|那个|这些|这)(?:啊|呀|呢|啦)*|不是(?:这个|那个)(?:意思|问题)?|不是)[,，。.!！~～\s]+(?:(?:我|俺)(?:是)?(?:想|要)?(?:问|说)(?:的是|的)?[:：,，\s]*)?/u,
  },
  en: {
    drops: new RegExp(
      `^(?:(?:ok(?:ay)?|oh|well|hmm|right|cool)[,. ]+)*(?:${NEVER_MIND}|anyway|anyhow|by the way|btw|actually|also|another (?:thing|question)|different question|one more (?:thing|question))\\b(?: (?:that|then))?[\\s,.:;!-]*`,
      'iu',
    ),
    corrects:
      /^(?:(?:no+|nope|wrong|sorry|um+|uh+)[,.! ]+)*(?:(?:that|this|it)(?:'?s| is| was|'?s) ?n(?:o|')t (?:really )?(?:what i(?:'m| am| was)? (?:ask(?:ed|ing)|meant?|said)|my question|the question)|(?:you|u) (?:misunderstood|(?:did ?n[o']?t|have ?n[o']?t) (?:answer(?:ed)?|get|understand|understood)(?: (?:me|my question|the question|that|it))?)|i (?:did ?n[o']?t|was ?n[o']?t) ask(?:ing)?(?: about)? (?:that|this))\b[\s,.:;!-]*(?:i(?:'m| am| was)? (?:ask(?:ed|ing)|meant?|said)(?: was)?\b(?: about\b)?[\s,:-]*)?|^no+[,. ]+(?:not (?:that|this)[,. ]+)?(?:but )?i(?:'m| am| was)? (?:ask(?:ed|ing)|meant?)\b(?: about\b)?[\s,:-]*|^(?:no+[,. ]+)?not (?:that|this)(?: one)?[,.;!]\s*/iu,
  },
};
/** Words that say outright what is meant: no more than that need follow. */
const NAMES_IT: Readonly<Record<Language, RegExp>> = {
  zh: /(?:问|说)(?:的是|的)?[:：,，\s]*$/u,
  en: /\b(?:ask(?:ed|ing)|meant?|said)(?: was)?(?: about)?[\s,:-]*$/iu,
};
/** From this length on what is left can stand alone. */
const ENOUGH: Readonly<Record<Language, number>> = { zh: 4, en: 3 };

/** Part of a sentence, which completes the question before: *in winter*, 冬天的. *about coupons* names another matter. */
const COMPLETES: Readonly<Record<Language, RegExp>> = {
  zh: /^[^?？,，。\s]{1,6}(?:的|的话|的时候)[?？。!！~～\s]*$/u,
  en: /^(?:for|to|in|on|at|with|without|from|by|if|when|during|after|before|inside|outside|under|over|as)\b(?:\s+\S+){1,4}$/iu,
};

function completesQuestion(rest: string, language: Language): boolean {
  return COMPLETES[language].test(rest) && !asksSomething(rest.replace(/[?？\s]+$/u, ''), language);
}

/** What a message says instead, and whether it completes the former question or asks one of its own. */
export interface Correction {
  readonly text: string;
  readonly completes: boolean;
}

/**
 * What a message says that drops the topic in so many words, or says that the answer was to another question, without those
 * words; undefined for any other. Only a correction may complete the question before. Pure.
 */
export function readCorrection(text: string, language: Language): Correction | undefined {
  const { drops, corrects } = OPENINGS[language];
  const dropped = drops.exec(text)?.[0];
  const opening = dropped ?? corrects.exec(text)?.[0];
  if (!opening) return undefined;
  const rest = text.slice(opening.length).trim();
  if (dropped === undefined && completesQuestion(rest, language)) return { text: rest, completes: true };
  const isNamed = NAMES_IT[language].test(opening) && ownWords(rest, language).length > 0;
  return isNamed || lengthOf(rest, language) >= ENOUGH[language] ? { text: rest, completes: false } : undefined;
}

/** The new question of a message that asks one of its own instead of going on; undefined for any other. Pure. */
export function startsAfresh(text: string, language: Language): string | undefined {
  const correction = readCorrection(text, language);
  return correction?.completes ? undefined : correction?.text;
}
