/** Fewest characters of a password. Length is what counts (NIST SP 800-63B); no kinds of characters are demanded. */
const SHORTEST_PASSWORD = 10;
/** Most characters: far beyond any passphrase, and no burden to hash. */
const LONGEST_PASSWORD = 200;

/**
 * What is wrong with a password, in words for the person who chose it; undefined when it will do.
 * @param name the log-in name, which must not be most of the password
 */
export function passwordProblem(password: string, name: string): string | undefined {
  const characters = [...password.normalize('NFKC').toLowerCase()];
  if (characters.length < SHORTEST_PASSWORD) return `must have at least ${SHORTEST_PASSWORD} characters`;
  if (characters.length > LONGEST_PASSWORD) return `must have at most ${LONGEST_PASSWORD} characters`;
  if (new Set(characters).size < 5) return 'must have at least five different characters';
  if (isSequence(characters)) return 'must not be a row of neighbouring characters';
  const rest = characters.join('').replaceAll(name.normalize('NFKC').toLowerCase(), '');
  return [...rest].length < 5 ? 'must not be made of the name' : undefined;
}

/** True for 1234567890, abcdefghij and their like. */
function isSequence(characters: readonly string[]): boolean {
  const steps = characters.slice(1).map((character, index) => {
    const step = (character.codePointAt(0) ?? 0) - (characters[index].codePointAt(0) ?? 0);
    return Math.abs(step) <= 1 || Math.abs(step) === 9;
  });
  return steps.every(Boolean);
}
