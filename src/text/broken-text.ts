/** What decoders put in the place of bytes that are not UTF-8. */
const REPLACEMENT = '\uFFFD';

/** Said of a file with such a place: it was saved in another encoding, such as GBK by a text editor of Windows. */
export const NOT_UTF8 = 'is not UTF-8: save it as UTF-8';

/** The 1-based line on which a text first shows that it was not UTF-8; undefined when it was. */
export function brokenTextLine(text: string): number | undefined {
  const at = text.indexOf(REPLACEMENT);
  return at < 0 ? undefined : text.slice(0, at).split('\n').length;
}
