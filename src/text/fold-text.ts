/**
 * The text in half-width letters and digits, the same length unit for unit, so that what is found in it stands at the
 * same place in the original. Case stays: L is a size, l is a letter.
 */
export function foldText(text: string): string {
  return text.replace(/[^\x20-\x7e\p{Script=Han}]/gu, (character) => {
    const folded = character.normalize('NFKC');
    return folded.length === character.length ? folded : character;
  });
}
