import type { QuickReply } from '../wire/desk.ts';

/** A `/code` that is being typed: where it stands in the text, and what follows the slash. */
export interface SlashWord {
  readonly start: number;
  readonly end: number;
  readonly query: string;
}

/** The `/word` in front of the caret, when it begins the text or follows a space; undefined otherwise. */
export function slashWordAt(text: string, caret: number): SlashWord | undefined {
  const match = /(?:^|\s)\/(\S{0,32})$/u.exec(text.slice(0, caret));
  if (!match) return undefined;
  return { start: caret - match[1].length - 1, end: caret, query: match[1] };
}

/** The quick replies for what was typed, best first: the code begins with it, then code, title or text contain it. */
export function matchQuickReplies(replies: readonly QuickReply[], query: string, most = 8): QuickReply[] {
  const wanted = query.toLowerCase();
  const rank = ({ code, title, text }: QuickReply) => {
    if (code.toLowerCase().startsWith(wanted)) return 0;
    if (code.toLowerCase().includes(wanted)) return 1;
    if (title.toLowerCase().includes(wanted)) return 2;
    return text.toLowerCase().includes(wanted) ? 3 : 4;
  };
  return replies
    .map((reply) => ({ reply, rank: rank(reply) }))
    .filter((ranked) => ranked.rank < 4)
    .sort((one, other) => one.rank - other.rank)
    .slice(0, most)
    .map(({ reply }) => reply);
}

/** The text with `insert` where the span from `start` to `end` was, and the caret behind it. */
export function replaceSpan(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  insert: string,
): { readonly text: string; readonly caret: number } {
  return { text: text.slice(0, start) + insert + text.slice(end), caret: start + insert.length };
}
