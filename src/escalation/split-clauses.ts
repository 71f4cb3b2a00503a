import { lettersOf } from '../text/letters.ts';

/** Ends of clauses: behind punctuation, which stays (会过敏？ asks), at line breaks and the blanks many Chinese buyers type instead. */
const BREAK = /(?<=[,，.。!！?？;；~～…])(?![,，.。!！?？;；~～…])|\n+|\s+(?=\p{Script=Han})/u;
/** 好的 and ok say nothing by themselves. */
const SHORTEST = 3;
/** Enough for any message; a wall of text is not worth more time. */
const MOST = 40;

/** Clauses of a raw text in order, the shortest left out; none when the text is a single clause. */
export function splitClauses(text: string): string[] {
  const clauses = text.split(BREAK).filter((clause) => lettersOf(clause).length >= SHORTEST);
  return clauses.length > 1 ? clauses.slice(0, MOST) : [];
}
