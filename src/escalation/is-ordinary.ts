import type { Language } from '../domain/understanding.ts';
import { normalizeText, normalizeTyped } from '../text/normalize-text.ts';
import { HARM } from './lexicon/harm.ts';
import { withoutHarmlessFaults } from './lexicon/harmless-faults.ts';
import { readClaims } from './read-claims.ts';

/** What a customer would be told. */
export interface LikelyReply {
  /** Title of the article it is taken from. */
  readonly title: string;
  readonly text: string;
}

/** All that a likely reply says, its name included; empty where there is none. */
export function wordsOfReply(answer: LikelyReply | undefined): string {
  return answer ? `${answer.title}\n${answer.text}` : '';
}

/** So many letters of a word name the same thing: *smoke* and *smokers*. */
const STEM = 4;

/**
 * Whether a message that the knowledge answers speaks of a danger only in words that name what the article is about: smoke is
 * what a smoker is for, burning what a candle does. One without any such word is no ordinary matter for that, since a model heard
 * something in it; nor is one whose article has the danger itself in its title. Pure.
 */
export function isOrdinary(raw: string, { title }: LikelyReply, language: Language): boolean {
  const typed = normalizeTyped(raw);
  return speaksOfDanger(typed, language) && !speaksOfDanger(withoutNames(typed, title, language), language);
}

/**
 * Whether the only danger that a message speaks of is a harmless fault which the answer explains: a stove that will not light, butter that
 * melted on its way. Pure.
 */
export function isHarmless(raw: string, reply: LikelyReply, language: Language): boolean {
  const typed = normalizeTyped(raw);
  const answer = wordsOfReply(reply);
  const rest = withoutHarmlessFaults(typed, answer, language);
  if (rest === typed || readClaims(typed, language).peril) return false;
  return !speaksOfDanger(withoutGoods(rest, normalizeText(answer)), language);
}

/** *body butter* names goods, where the answer does, and no body. */
function withoutGoods(text: string, answer: string): string {
  return text.replace(/\b[a-z]{4,} [a-z]{4,}\b/gu, (pair) => (answer.includes(pair) ? ' ' : pair));
}

function speaksOfDanger(text: string, language: Language): boolean {
  return HARM[language].test(text) || readClaims(text, language).injury;
}

function withoutNames(text: string, title: string, language: Language): string {
  const { injury, asksAboutInjury } = readClaims(title, language);
  if (injury || asksAboutInjury) return text;
  const name = normalizeText(title);
  if (language === 'zh') return [...text].filter((character) => !name.includes(character)).join('');
  const stems = new Set((name.match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, STEM)));
  return text.replace(/\p{L}{4,}/gu, (word) => (stems.has(word.slice(0, STEM)) ? ' ' : word));
}
