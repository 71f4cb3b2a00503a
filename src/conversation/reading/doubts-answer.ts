import type { Language } from '../../domain/understanding.ts';
import { normalizeTyped } from '../../text/normalize-text.ts';
import { asksSomething } from './asks-something.ts';

/** Clauses that say no more than that the last reply is hardly believed. */
const DOUBTS: Readonly<Record<Language, RegExp>> = {
  zh: new RegExp(
    `^(?:啊|哦|额|呃|诶|咦|等等|可是?|但是?|这|那|你们?|您|亲|是)*(?:${[
      '(?:真|当真)的?(?:假的|[吗么嘛啊吧])+',
      '(?:能|敢)?(?:确定|肯定)(?:没有?(?:弄|搞|说|看)?错|是?(?:真|这样)的?)?[吗么嘛啊吧]+',
      '(?:不是|不会|不可能)吧',
      '(?:没有?|不会)(?:弄|搞|说|看|记|写)错[吗么吧了]*',
      '(?:骗|忽悠|唬)(?:人|我)的?[吧吗呢]*',
    ].join('|')})(?:啊|呀|哦|哈)*$`,
    'u',
  ),
  en: new RegExp(
    `^(?:(?:oh|wait|hang on|hmm+|um+|er+|but|and|so|ok|okay|lol|haha|wow|no) )*(?:${[
      '(?:are |r )?(?:you|u) (?:really |absolutely |quite |100 |100% )*(?:sure|certain|positive|serious)(?: (?:about|of) (?:that|this|it))?',
      'really|seriously|for real|no way|says who',
      '(?:is|are) (?:that|this|it|you) (?:really |actually |even )?(?:right|true|correct)',
      "(?:that|this|it) (?:can'?t|cannot|can not|doesn'?t sound|does not sound|doesn'?t seem|does not seem) (?:be )?(?:right|true|correct)",
      "i (?:don'?t|do not|can'?t) believe (?:you|u|that|this|it)",
    ].join('|')})$`,
    'u',
  ),
};
/** Takes breath before it: 啊？真的吗. */
const GASP = /^[啊哦额呃诶咦哈嗯]+[?,!\s]+/u;
/** Says what was asked instead: the reply missed that. */
const MEANT: Readonly<Record<Language, RegExp>> = {
  zh: /我(?:是)?(?:问|说|指|讲)的?(?:是|不是|过)/u,
  en: /\bi(?:'?m| was)? (?:asked|asking|meant?|said|talking)\b/u,
};
const CLAUSES: Readonly<Record<Language, RegExp>> = { zh: /[^\p{L}\p{N}]+/u, en: /[^\p{L}\p{N}'% ]+/u };

/**
 * Whether a message doubts the last reply, and asks for nothing else: 你确定？, *are you sure? my friend says otherwise*. What is told
 * beside it is why. Pure.
 */
export function doubtsAnswer(text: string, language: Language): boolean {
  const typed = normalizeTyped(text).replace(GASP, '');
  // 真的? asks like 真的吗.
  const clauses = (language === 'zh' ? typed.replaceAll('?', '吗,') : typed)
    .split(CLAUSES[language])
    .map((clause) => clause.trim())
    .filter(Boolean);
  const others = clauses.filter((clause) => !DOUBTS[language].test(clause));
  if (others.length === clauses.length || MEANT[language].test(typed)) return false;
  return others.every((clause) => !asksSomething(clause, language));
}
