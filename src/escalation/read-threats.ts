import type { Language } from '../domain/understanding.ts';
import { normalizeTyped } from '../text/normalize-text.ts';
import { ASKS_OTHER_CASE } from './lexicon/asked-threats.ts';
import { COMPLAINS_OF_THEM, MENTIONS_CARRIER } from './lexicon/complaints-of-others.ts';
import { THREAT_LEXICON, THREATS, type ThreatKind } from './lexicon/threat-lexicon.ts';

/** A complaint that nobody makes yet. */
const IMAGINED: Readonly<Record<Language, RegExp>> = {
  zh: /如果|要是|万一|假如|会不会|有没有用|有用吗/u,
  en: /\b(?:if|would(?! like)|hypothetically|what happens|suppose|in case)\b/u,
};

/** As much of a text as a question about threats may take; more is a story. */
const READ = 2_000;

/**
 * The threats a text makes, without those it only asks about or denies (这个投诉电话是干嘛的, 我不会给差评).
 * @param text output of `normalizeText`
 */
export function readThreats(text: string, language: Language): ThreatKind[] {
  const { benign, kinds } = THREAT_LEXICON[language];
  const claimed = text.replace(benign, ' ');
  return THREATS.filter((kind) => claimed.search(kinds[kind]) >= 0);
}

/**
 * Whether the text has a word of threats in it at all, meant or not.
 * @param text output of `normalizeText`
 */
export function mentionsThreat(text: string, language: Language): boolean {
  return THREAT_LEXICON[language].mention.test(text);
}

/**
 * Whether the text has words of threats only in questions about them (给了差评会不会被报复) or in complaints about whoever delivers. A
 * denial is another matter: 退了我就不给差评 threatens.
 * @param raw the customer's own words
 */
export function sparesShop(raw: string, language: Language): boolean {
  const text = normalizeTyped(raw.slice(0, READ));
  const rest = text.replace(THREAT_LEXICON[language].spared, ' ');
  return rest !== text && !mentionsThreat(rest, language) && readThreats(text, language).length === 0;
}

/** Whether a complaint is about whoever delivers, or only imagined. @param raw the customer's own words */
export function complainsOfOthers(raw: string, language: Language): boolean {
  const text = normalizeTyped(raw.slice(0, READ));
  return MENTIONS_CARRIER[language].test(text) || IMAGINED[language].test(text);
}

/**
 * Whether a message only asks how it is in another case, without a word of threats, though its words may begin one: *or else what*.
 * @param raw the customer's own words
 */
export function asksOtherCase(raw: string, language: Language): boolean {
  const text = normalizeTyped(raw.slice(0, READ));
  return ASKS_OTHER_CASE[language].test(text) && !mentionsThreat(text, language);
}

/**
 * Whether a complaint is about whoever delivers, of whom an earlier message spoke: 我要投诉他 after 快递员把东西扔门口.
 * @param raw the customer's own words
 * @param before the customer's words in the turns before
 */
export function complainsOfCarrier(raw: string, before: readonly string[], language: Language): boolean {
  const text = normalizeTyped(raw.slice(0, READ));
  const rest = text.replace(COMPLAINS_OF_THEM[language], ' ');
  const named = before.some((words) => MENTIONS_CARRIER[language].test(normalizeTyped(words)));
  return named && rest !== text && !mentionsThreat(rest, language);
}
