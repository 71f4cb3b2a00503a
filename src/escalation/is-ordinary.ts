import type { Language } from '../domain/understanding.ts';
import { normalizeText, normalizeTyped } from '../text/normalize-text.ts';
import { HARM } from './lexicon/harm.ts';
import { readClaims } from './read-claims.ts';

/** What a customer would be told. */
export interface LikelyReply {
  /** Title of the article it is taken from. */
  readonly title: string;
  readonly text: string;
}

/** So many letters of a word name the same thing: *smoke* and *smokers*. */
const STEM = 4;

/**
 * Whether a message that the knowledge answers hurts nobody: it speaks of no body, child or acute danger, and of injury only
 * in words that name what the article is about. Smoke is what a smoker is for, burning what a candle does; an article whose title
 * speaks of the danger itself names nothing. Pure.
 */
export function isOrdinary(raw: string, { title }: LikelyReply, language: Language): boolean {
  const rest = withoutNames(normalizeTyped(raw), title, language);
  return !HARM[language].test(rest) && !readClaims(rest, language).injury;
}

function withoutNames(text: string, title: string, language: Language): string {
  const { injury, asksAboutInjury } = readClaims(title, language);
  if (injury || asksAboutInjury) return text;
  const name = normalizeText(title);
  if (language === 'zh') return [...text].filter((character) => !name.includes(character)).join('');
  const stems = new Set((name.match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, STEM)));
  return text.replace(/\p{L}{4,}/gu, (word) => (stems.has(word.slice(0, STEM)) ? ' ' : word));
}
