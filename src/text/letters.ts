/** A text without anything but its letters, characters and digits. Pure. */
export function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Whether a text holds a letter, a character or a digit: marks, faces and white space by themselves say no word. Pure. */
export function hasLetters(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Whether a text holds a Chinese character. Pure. */
export function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}
