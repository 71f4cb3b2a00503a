import type { Language } from '../../domain/understanding.ts';

/** Makes a rule that tells whether what would be answered speaks of a matter at all, by the words of its language. Pure. */
export function spokenOf(words: Readonly<Record<Language, RegExp>>): (answer: string, language: Language) => boolean {
  return (answer, language) => words[language].test(answer);
}
