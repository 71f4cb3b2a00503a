import { PairModel } from './pair-model.ts';
import { countInGeneralText, segment, segmentKnown } from './segment.ts';
import { SHOP_WORDS } from './shop-words.ts';
import { mergeSounds, readingsOf } from './syllables.ts';

/** Raise it when the same texts would be indexed in another way: what earlier starts kept is then built anew. */
export const HOMOPHONE_READER = 2;

/** A word that customers of the shop may mean. */
export interface ShopWord {
  readonly characters: readonly string[];
  /** Occurrences in the shop's texts. */
  readonly count: number;
}

/** The shop's words by their sound, and how its texts join characters. */
export interface HomophoneIndex {
  /** By `soundsOf`. */
  readonly bySound: ReadonlyMap<string, readonly ShopWord[]>;
  readonly pairs: PairModel;
}

/** Words with these join to anything, so that what sounds like one is mostly meant as it stands: 没点 is near 没电. */
const GRAMMAR = /[的了着吗呢吧不没能要想在是有这那哪就都也和我你他她它个么给把让很太]/;
const WORD = /^\p{Script=Han}{2,4}$/u;
/** Running words behind the counts of `countInGeneralText`. */
const GENERAL_TEXT = 60_000_000;
/**
 * How many times as frequent in the shop's texts as in general text a word must be to be meant: 现在 and 没有 are as
 * near in sound to correct text as 睡衣 is to 睡一, and say much less.
 */
const TYPICAL = 4;

/** Occurrences from which on a word that only segmentation guessed is one. */
const GUESSED = 4;

/**
 * Indexes the words of a shop.
 * @param texts normalised; what the shop writes and what its customers say
 * @param pace called between texts, to let others have a turn
 */
export async function buildHomophoneIndex(
  texts: readonly string[],
  pace: () => Promise<void>,
): Promise<HomophoneIndex> {
  const pairs = new PairModel();
  const counts = new Map<string, number>();
  let running = 0;
  for (const text of [...texts, ...SHOP_WORDS]) {
    pairs.add(text);
    // The dictionary alone does not know 机洗, guessing alone joins what does not belong together.
    const known = segmentKnown(text);
    running += known.length;
    for (const word of new Set([...known, ...segment(text)]))
      if (WORD.test(word) && !GRAMMAR.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    await pace();
  }
  const general = await countInGeneralText(counts.keys());
  const bySound = new Map<string, ShopWord[]>();
  for (const [word, count] of counts) {
    await pace();
    const isGuess = segmentKnown(word).length > 1;
    if (isGuess && count < GUESSED) continue;
    if (count / running < (TYPICAL * (general.get(word) ?? 0)) / GENERAL_TEXT) continue;
    const characters = [...word];
    for (const sound of soundsOf(characters.map(readingsOf)))
      bySound.set(sound, [...(bySound.get(sound) ?? []), { characters, count }]);
  }
  return { bySound, pairs };
}

/** Every way to say a word, in merged sounds; none when a syllable cannot be read. */
export function soundsOf(readings: readonly (readonly string[])[]): string[] {
  return readings.reduce<string[]>(
    (sounds, syllables) => {
      const merged = [...new Set(syllables.map(mergeSounds))];
      return sounds.flatMap((sound) => merged.map((syllable) => `${sound} ${syllable}`));
    },
    [''],
  );
}
