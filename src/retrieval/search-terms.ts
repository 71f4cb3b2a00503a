import type { Language } from '../domain/understanding.ts';
import { hasHan } from '../text/letters.ts';
import { normalizeText } from '../text/normalize-text.ts';
import { segmentForSearch } from '../text/segment.ts';

const ENGLISH_STOP_WORDS = new Set(
  `a an the is are am do does did i you my me we our your it its to of in on for and or if with can could would will
be been have has hi hello there please how what when which this that at as so just any get got was but from not`.split(
    /\s+/,
  ),
);
const ENGLISH_ENDING = /(ing|ed|es|s)$/;

/**
 * Terms for lexical search: Chinese words, the words inside them and character pairs (which survive a wrong
 * segmentation); English words without stop words and common endings.
 */
export function searchTerms(text: string, language: Language): string[] {
  const normal = normalizeText(text);
  if (language === 'en') {
    return (normal.match(/[a-z0-9.]*[a-z0-9]/g) ?? [])
      .filter((word) => !ENGLISH_STOP_WORDS.has(word))
      .map((word) => (word.length > 4 ? word.replace(ENGLISH_ENDING, '') : word));
  }
  const words = segmentForSearch(normal);
  return [...words, ...characterPairs(normal)];
}

function characterPairs(text: string): string[] {
  const characters = [...text];
  return characters.flatMap((character, index) => {
    const next = characters[index + 1];
    return next !== undefined && hasHan(character) && hasHan(next) ? [`${character}${next}`] : [];
  });
}
