/** A piece of text; with `url`, a link. */
export interface TextPiece {
  readonly text: string;
  readonly url?: string;
}

const URL_PATTERN = /https?:\/\/[^\s<>"'，。！？、；：）》」』]+/gi;
/** Belongs to the sentence and not to the address. */
const TRAILING = /[.,!?;:)\]]+$/;

/** Splits a text at its web addresses. Nothing but http and https becomes a link. */
export function linkify(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(URL_PATTERN)) {
    const url = found.replace(TRAILING, '');
    if (!URL.canParse(url)) continue;
    if (index > end) pieces.push({ text: text.slice(end, index) });
    pieces.push({ text: url, url });
    end = index + url.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}
