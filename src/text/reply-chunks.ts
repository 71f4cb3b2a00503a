import { detectLanguage } from './detect-language.ts';
import { sentencesWithSpace } from './split-sentences.ts';

/** A sentence ends here, whatever closes behind it: `？】`. */
const SENTENCE_END = /[。．.！!？?；;…～~][\p{Pe}\p{Pf}"'*_]*$/u;
/** Its own mark ends with a full stop, too. */
const ITEM_MARK = /(?:^|\n)[ \t]*(?:[-*•·]|\(?\d{1,3}[.)、．])$/;
/** A line by itself that names what follows. */
const TITLE = /^(?:【[^【】\n]*】|#{1,6} .*)$/;
/** A table's row has no sentences. */
const IN_ROW = /(?:^|\n)[ \t]*\|[^\n]*$/;
const BLANK_LINE = /\n[^\S\n]*\n\s*$/;

/**
 * Cuts a reply for a client that shows it as it comes: a sentence each, joined by nothing. A title comes with
 * what it stands over, and lines that are no sentences, such as those of a list or a table, come together.
 * @returns parts that joined are exactly the reply; none of an empty one
 */
export function replyChunks(reply: string): string[] {
  const chunks: string[] = [];
  let open = '';
  for (const piece of sentencesWithSpace(reply, detectLanguage(reply) ?? 'zh')) {
    if (piece.trim() === '' && open === '' && chunks.length > 0) chunks.push(`${chunks.pop()}${piece}`);
    else if (open !== '' && piece.trim() !== '' && isDone(open, piece)) {
      chunks.push(open);
      open = piece;
    } else open += piece;
  }
  return open === '' ? chunks : [...chunks, open];
}

/** @param next what follows it in the reply */
function isDone(chunk: string, next: string): boolean {
  const said = chunk.trim();
  if (said === '' || ITEM_MARK.test(said) || TITLE.test(said) || IN_ROW.test(chunk)) return false;
  // Within an address or a name: https://shop.example/a?b=1.
  if (/[\w.?!;]$/.test(chunk) && /^[\w/]/.test(next)) return false;
  // A list has an end, a title over a blank line has not.
  return SENTENCE_END.test(said) || (BLANK_LINE.test(chunk) && said.includes('\n'));
}
