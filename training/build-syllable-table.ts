// Writes src/text/syllable-table.ts: how the frequent Chinese characters are read, without tones.
// Run it after changing what is below: npx tsx training/build-syllable-table.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pinyin } from 'pinyin-pro';

/** A character this rare in the dictionary's corpus is not typed by customers. */
const RARE = 20;
/** Share of a character's uses from which on a second reading counts: 还 is hai and huan, 的 never di4. */
const SECOND_READING = 0.02;
/** Readings of long entries are names and sayings. */
const LONGEST_WORD = 6;
/** What most buyers say and type for a character against the dictionary: 优惠卷. */
const MISREAD: ReadonlyMap<string, string> = new Map([
  ['卷', 'quan'],
  ['劵', 'quan'],
]);
const HAN = /^\p{Script=Han}+$/u;

/** Uses of each reading of each character, by the frequencies of the words it stands in. */
function countReadings(dictionary: string): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const line of dictionary.split('\n')) {
    const [word, frequency] = line.split(' ');
    const characters = [...word];
    if (!HAN.test(word) || characters.length > LONGEST_WORD) continue;
    const readings = pinyin(word, { toneType: 'none', type: 'array', v: true });
    if (readings.length !== characters.length) continue;
    for (const [at, character] of characters.entries()) {
      const uses = counts.get(character) ?? new Map<string, number>();
      uses.set(readings[at], (uses.get(readings[at]) ?? 0) + Number(frequency));
      counts.set(character, uses);
    }
  }
  return counts;
}

/** Characters of each syllable, both in a fixed order. */
function groupBySyllable(counts: Map<string, Map<string, number>>): Map<string, string> {
  const characters = new Map<string, string>();
  for (const [character, uses] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const total = [...uses.values()].reduce((sum, count) => sum + count, 0);
    if (total < RARE) continue;
    for (const [syllable, count] of uses) {
      if (!/^[a-z]+$/.test(syllable) || count < SECOND_READING * total) continue;
      characters.set(syllable, `${characters.get(syllable) ?? ''}${character}`);
    }
  }
  for (const [character, syllable] of MISREAD)
    characters.set(syllable, `${characters.get(syllable) ?? ''}${character}`);
  return new Map([...characters].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const dictionary = readFileSync(createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt'), 'utf8');
const lines = [...groupBySyllable(countReadings(dictionary))].map((entry) => entry.join(' '));
writeFileSync(
  'src/text/syllable-table.ts',
  `/**
 * Every toneless syllable (ü as v) with the frequent characters that are read so, a line each. Written by
 * training/build-syllable-table.ts with pinyin-pro (MIT) from the words of jieba's dictionary; not to be edited.
 */
export const SYLLABLE_TABLE = \`
${lines.join('\n')}
\`;
`,
);
