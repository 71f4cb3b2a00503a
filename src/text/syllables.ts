import { SYLLABLE_TABLE } from './syllable-table.ts';

/** How everybody says what dictionaries read otherwise. */
const SPOKEN: readonly (readonly [character: string, syllable: string])[] = [['谁', 'shei']];

let readings: Map<string, string[]> | undefined;
let syllables: Set<string> | undefined;

/** Made on first use: English-only commands need not pay for it. */
function readingsByCharacter(): Map<string, string[]> {
  if (!readings) {
    readings = new Map();
    for (const line of SYLLABLE_TABLE.trim().split('\n')) {
      const [syllable, characters] = line.split(' ');
      for (const character of characters) readings.set(character, [...(readings.get(character) ?? []), syllable]);
    }
    for (const [character, spoken] of SPOKEN) readings.set(character, [...(readings.get(character) ?? []), spoken]);
  }
  return readings;
}

/** How a Chinese character is read, without tones; empty for rare characters and everything else. */
export function readingsOf(character: string): readonly string[] {
  return readingsByCharacter().get(character) ?? [];
}

/** The longest syllable has six letters: zhuang. */
export const LONGEST_SYLLABLE = 6;

let bySyllable: Map<string, string[]> | undefined;

/** The characters that are read so, common ones only; none for what is no syllable. @param syllable lower case, ü as v */
export function charactersOf(syllable: string): readonly string[] {
  if (!bySyllable) {
    bySyllable = new Map();
    for (const [character, sounds] of readingsByCharacter())
      for (const sound of sounds) bySyllable.set(sound, [...(bySyllable.get(sound) ?? []), character]);
  }
  return bySyllable.get(syllable) ?? [];
}

/** Whether letters can be read as syllables from end to end: tuihuo, xian, but also made. @param letters lower case, ü as v */
export function isSyllabic(letters: string): boolean {
  const ends = [0];
  for (let end = 1; end <= letters.length; end += 1) {
    if (ends.some((start) => end - start <= LONGEST_SYLLABLE && isSyllable(letters.slice(start, end)))) ends.push(end);
  }
  return ends.at(-1) === letters.length;
}

/** Whether letters are one syllable. @param letters lower case, ü as v */
export function isSyllable(letters: string): boolean {
  syllables ??= new Set([...readingsByCharacter().values()].flat());
  return syllables.has(letters);
}

/**
 * Every way to read Latin letters as at most `most` syllables: `xian` is xian and xi an. None for what is no pinyin.
 * @param letters lower case, ü as v
 */
export function splitSyllables(letters: string, most: number): string[][] {
  if (letters === '') return [[]];
  if (most === 0) return [];
  const found: string[][] = [];
  for (let length = 1; length <= Math.min(LONGEST_SYLLABLE, letters.length); length += 1) {
    const first = letters.slice(0, length);
    if (!isSyllable(first)) continue;
    for (const rest of splitSyllables(letters.slice(length), most - 1)) found.push([first, ...rest]);
  }
  return found;
}

/** Sounds that many speakers do not tell apart, by the one that stands for both. */
const MERGED: readonly (readonly [RegExp, string])[] = [
  [/^([zcs])h/, '$1'],
  [/^n(?!$)/, 'l'],
  [/^hu(?=$|a)/, 'fu'],
  [/^fua/, 'fa'],
  [/^hui$/, 'fei'],
  [/^hun$/, 'fen'],
  [/([aei])ng$/, '$1n'],
];

const merged = new Map<string, string>();

/** The syllable as one who tells none of these apart says it: zh as z, n as l, hui as fei, ang as an, ing as in. */
export function mergeSounds(syllable: string): string {
  const known = merged.get(syllable);
  if (known !== undefined) return known;
  const sound = MERGED.reduce((said, [from, to]) => said.replace(from, to), syllable);
  merged.set(syllable, sound);
  return sound;
}
