/**
 * Cuts a text into parts of at most so many bytes of UTF-8, at the end of a paragraph, line or sentence where that is
 * possible, else at a space, else between two characters.
 */
export function splitText(text: string, mostBytes: number): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (Buffer.byteLength(rest) > mostBytes) {
    const head = headOf(rest, mostBytes);
    const end = breakIn(head) ?? head.length;
    parts.push(head.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  return [...parts, rest].filter((part) => part !== '');
}

function headOf(text: string, mostBytes: number): string {
  let bytes = 0;
  let length = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > mostBytes) break;
    length += character.length;
  }
  return text.slice(0, length);
}

/** Not in the first half: parts should not be needlessly short. */
function breakIn(head: string): number | undefined {
  for (const boundary of [/\n\n/g, /\n/g, /[。！？!?；;]|\.\s/g, /\s/g]) {
    const ends = [...head.matchAll(boundary)].map((match) => match.index + match[0].length);
    const end = ends.findLast((place) => place > head.length / 2);
    if (end !== undefined) return end;
  }
  return undefined;
}
