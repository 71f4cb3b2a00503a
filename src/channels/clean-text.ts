/** The longest message the front desk takes, in characters (code points). */
const TEXT_LIMIT = 4_000;
const CONTROL = /[^\P{Cc}\t\n\r]/gu;
const VISIBLE = /[^\s\p{Cf}]/u;

/**
 * A text from outside as the front desk takes it: nobody at the other end of a channel could correct a message that is
 * refused. Control characters go, half characters become U+FFFD, what is too long is cut.
 * @returns '' when nothing visible is left
 */
export function cleanText(text: string): string {
  const clean = wellFormed(text).replaceAll(CONTROL, '');
  if (!VISIBLE.test(clean)) return '';
  return clean.length <= TEXT_LIMIT ? clean : [...clean].slice(0, TEXT_LIMIT).join('');
}

function wellFormed(text: string): string {
  return text.replaceAll(/\p{Cs}/gu, '\uFFFD');
}
