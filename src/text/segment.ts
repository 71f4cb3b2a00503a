import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Jieba } from '@node-rs/jieba';
import { SHOP_WORDS } from './shop-words.ts';

let jieba: Jieba | undefined;

/** Loaded on first use: the dictionary costs 60 MB and 200 ms that English-only commands need not pay. */
function dictionary(): Jieba {
  if (!jieba) {
    // Read here: the package's own module for it reads a second dictionary besides and holds both, 11 MB, for good.
    jieba = Jieba.withDict(readFileSync(createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt')));
    jieba.loadDict(Buffer.from(SHOP_WORDS.map((word) => `${word} 100000 n`).join('\n')));
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
