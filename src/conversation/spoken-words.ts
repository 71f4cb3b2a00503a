/** What stands in a message whatever its writer speaks and feels: placeholders of pictures, addresses, numbers and codes, sizes. */
const CODES =
  /\[[^\][]{1,20}\]|https?:\/\/\S+|(?<![A-Za-z])[A-Za-z-]*\d[A-Za-z0-9-]*|(?<![A-Za-z])(?:x{1,4}[sl]|sf|ems)(?![A-Za-z])/giu;

/** A message without what says nothing of its writer's language or mood. Pure. */
export function spokenWords(text: string): string {
  return text.replace(CODES, ' ');
}

/** Whether a message is nothing but codes, numbers or placeholders: no words, no marks, no faces. Pure. */
export function isWordless(text: string): boolean {
  return text.trim() !== '' && !/[\p{L}\p{Extended_Pictographic}!?！？]/u.test(spokenWords(text));
}
