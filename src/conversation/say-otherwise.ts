import type { Language } from '../domain/understanding.ts';
import type { Passage } from '../retrieval/search-result.ts';
import { newWords, ownWords } from './own-words.ts';

/** A part that is nearly all of what was shown says nothing else. */
const PART = 0.7;

/** Whether a text was said, word for word, in one of the replies. Pure. */
export function wasSaid(text: string, replies: readonly string[]): boolean {
  return replies.some((reply) => reply.includes(text));
}

/** Whether one of the replies said it and no other: another question may be answered by it, too. Pure. */
export function wasSaidOnce(text: string, replies: readonly string[]): boolean {
  return replies.filter((reply) => reply.includes(text)).length === 1;
}

/**
 * The part of an article that was just shown which answers what is asked now: the one that holds most of its words, of
 * several the nearest. Undefined where the article has no part by itself, or that part was a reply to it already. Pure.
 * @param replies the bot's last replies
 */
export function partToSay(
  { text: shown, parts = [] }: Passage,
  { text, language }: { readonly text: string; readonly language: Language },
  replies: readonly string[],
): string | undefined {
  const asked = ownWords(text, language);
  const [part] = parts
    .filter((each) => each.length <= PART * shown.length)
    .map((each) => ({ each, missing: newWords(asked, each, language).length }))
    .toSorted((one, other) => one.missing - other.missing);
  return part && !replies.some((reply) => reply.endsWith(part.each)) ? part.each : undefined;
}
