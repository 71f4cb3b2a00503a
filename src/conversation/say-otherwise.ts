import type { Passage } from '../retrieval/search-result.ts';

/** A part that is nearly all of what was shown says nothing else. */
const PART = 0.7;

/** Whether a text was said, word for word, in one of the replies. Pure. */
export function wasSaid(text: string, replies: readonly string[]): boolean {
  return replies.some((reply) => reply.includes(text));
}

/**
 * The part of an article that was just shown which is nearest to what is asked now: whoever asks on sees where it stands.
 * Undefined where the article has no part by itself, or that part was the last reply to it. Pure.
 * @param replies the bot's last replies
 */
export function partToSay({ text, nearest = [] }: Passage, replies: readonly string[]): string | undefined {
  return nearest.find((part) => part.length <= PART * text.length && !replies.some((reply) => reply.endsWith(part)));
}
