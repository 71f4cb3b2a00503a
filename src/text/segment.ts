import { createReadStream, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Jieba } from '@node-rs/jieba';
import { MISSPELT_SHOP_WORDS, SHOP_WORDS } from './shop-words.ts';

const DICTIONARY = createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt');

let jieba: Jieba | undefined;

/** Loaded on first use: the dictionary costs 60 MB and 200 ms that English-only commands need not pay. */
function dictionary(): Jieba {
  if (!jieba) {
    // Read here: the package's own module for it reads a second dictionary besides and holds both, 11 MB, for good.
    jieba = Jieba.withDict(readFileSync(DICTIONARY));
    jieba.loadDict(Buffer.from([...SHOP_WORDS, ...MISSPELT_SHOP_WORDS].map((word) => `${word} 100000 n`).join('\n')));
  }
  return jieba;
}

const WORD = /[\p{Script=Han}\p{L}\p{N}]/u;

/**
 * Words of a normalised text in order, punctuation left out: Chinese by dictionary, everything else by word breaks.
 * @param text output of `normalizeText`
 */
export function segment(text: string): string[] {
  return dictionary()
    .cut(text, true)
    .filter((word) => WORD.test(word));
}

/** Longer words and the shorter ones inside them, so that 退货运费 is found by 运费 too. For indexes, not for counting. */
export function segmentForSearch(text: string): string[] {
  return dictionary()
    .cutForSearch(text, true)
    .filter((word) => WORD.test(word));
}

/** Everything in the text in order, punctuation too, by the dictionary alone: what it does not know falls into characters. */
export function segmentKnown(text: string): string[] {
  return dictionary().cut(text, false);
}

const generalCounts = new Map<string, number>();

/**
 * How often each of `words` stands in the text of 60 million words that the dictionary was counted in; 0 when never.
 * Reads the dictionary's file when a word was not asked for before.
 */
export async function countInGeneralText(words: Iterable<string>): Promise<ReadonlyMap<string, number>> {
  const missing = new Set([...words].filter((word) => !generalCounts.has(word)));
  if (missing.size === 0) return generalCounts;
  for (const word of missing) generalCounts.set(word, 0);
  let rest = '';
  for await (const chunk of createReadStream(DICTIONARY, 'utf8')) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    for (const [word, count] of lines.map((line) => line.split(' '))) {
      if (missing.has(word)) generalCounts.set(word, Number(count));
    }
  }
  return generalCounts;
}
