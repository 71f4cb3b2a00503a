import type { Language } from '../domain/understanding.ts';

const WORD = /[\p{L}\p{N}]+(?:'[a-z]+)?/gu;
/** Longer messages are cut: what a buyer wants stands in the first few hundred characters, and the cost is linear. */
const MAX_CHARACTERS = 600;

/**
 * The pieces of a normalised text by kind. Chinese: character 1- to 3-grams with marked ends. English: words and
 * word pairs, then character 2- to 5-grams inside words, which survive typing mistakes.
 * Digits become 0: the shape of a postcode or of a size says more than its value.
 */
export function textGrams(text: string, language: Language): string[][] {
  const shape = text.slice(0, MAX_CHARACTERS).replace(/\p{N}/gu, '0');
  if (language === 'zh') return [characterGrams(`^${shape.replace(/\s+/g, '')}$`, 1, 3)];
  const words = shape.match(WORD) ?? [];
  const pairs = words.slice(1).map((word, index) => `${words[index]} ${word}`);
  return [[...words.map((word) => `=${word}`), ...pairs], words.flatMap((word) => characterGrams(`_${word}_`, 2, 5))];
}

function characterGrams(text: string, shortest: number, longest: number): string[] {
  const characters = [...text];
  const grams: string[] = [];
  for (let start = 0; start < characters.length; start++) {
    for (let end = start + shortest; end <= Math.min(start + longest, characters.length); end++) {
      grams.push(characters.slice(start, end).join(''));
    }
  }
  return grams;
}
