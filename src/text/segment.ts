import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { SHOP_WORDS } from './shop-words.ts';

let jieba: Jieba | undefined;

/** Loaded on first use: the dictionary costs 60 MB and 200 ms that English-only commands need not pay. */
function dictionary(): Jieba {
  if (!jieba) {
    jieba = Jieba.withDict(dict);
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
