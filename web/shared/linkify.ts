/** A piece of text; with `url`, a link. */
export interface TextPiece {
  readonly text: string;
  readonly url?: string;
}

/** Chinese and its punctuation do not occur in an address as it is pasted: there the sentence goes on. */
const URL_PATTERN =
  /https?:\/\/[^\s<>"'`“”‘’…—\u3000-\u303f\uff00-\uffef\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Extended_Pictographic}]+/giu;
/** Belongs to the sentence and not to the address. */
const TRAILING = /[.,!?;:\]]/;

/** Splits a text at its web addresses. Nothing but http and https becomes a link. */
export function linkify(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(URL_PATTERN)) {
    const url = withoutTrailing(found);
    if (!URL.canParse(url)) continue;
    if (index > end) pieces.push({ text: text.slice(end, index) });
    pieces.push({ text: url, url });
    end = index + url.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}

/** A bracket that the address itself opened stays in it: https://wiki.example/Silk_(fibre). */
function withoutTrailing(found: string): string {
  let depth = 0;
  for (const character of found) depth += { '(': 1, ')': -1 }[character] ?? 0;
  let end = found.length;
  for (; end > 0; end--) {
    const last = found[end - 1];
    if (last === ')' && depth < 0) depth++;
    else if (!TRAILING.test(last)) break;
  }
  return found.slice(0, end);
}
