import { EVERYDAY_WORDS } from './everyday-words.ts';
import { SHOP_WORDS } from './shop-words.ts';
import { readingsOf } from './syllables.ts';

/** A Chinese word and how it is typed in pinyin. */
export interface PinyinWord {
  readonly characters: readonly string[];
  readonly syllables: readonly string[];
}

/** Names that stand in English messages as well, by which nobody's language is told. */
const NAMES = new Set('顺丰 中通 圆通 申通 韵达 极兔 菜鸟驿站 花呗 借呗 支付宝 微信支付 旺旺 亲亲'.split(' '));
/** Pinyin that is also an English word, or part of many: 有, 和, 送, 行, 很, 我们, 破了, 那个. */
const ENGLISH = new Set('you he song hang hen women pole nage'.split(' '));

let words: ReadonlyMap<string, readonly PinyinWord[]> | undefined;

/** Chinese words of everyday and of trade by their letters, without those that are English words or names as well. */
export function pinyinWords(): ReadonlyMap<string, readonly PinyinWord[]> {
  if (words) return words;
  const found = new Map<string, PinyinWord[]>();
  for (const word of new Set([...EVERYDAY_WORDS, ...SHOP_WORDS])) {
    if (NAMES.has(word) || !/^\p{Script=Han}+$/u.test(word)) continue;
    const characters = [...word];
    for (const syllables of waysToRead(characters)) {
      const letters = syllables.join('');
      if (!ENGLISH.has(letters)) found.set(letters, [...(found.get(letters) ?? []), { characters, syllables }]);
    }
  }
  words = found;
  return found;
}

function waysToRead(characters: readonly string[]): string[][] {
  return characters.reduce<string[][]>(
    (ways, character) => ways.flatMap((way) => readingsOf(character).map((syllable) => [...way, syllable])),
    [[]],
  );
}
