import { type HomophoneIndex, type ShopWord, soundsOf } from './homophone-index.ts';
import { isPinyin } from './is-pinyin.ts';
import { hasHan, hasLetters } from './letters.ts';
import { EDGE } from './pair-model.ts';
import { spellPinyin } from './spell-pinyin.ts';
import { readingsOf } from './syllables.ts';
import { type TypedRun, typedRuns } from './typed-runs.ts';

/**
 * Bits by which the shop's word must be likelier than what was typed, and what it takes besides. Chosen on the
 * training shops' messages: of 5,370 correct ones three are changed for the worse.
 */
const NEEDED = 8;
const NEEDED_FOR = {
  /** Each character that changes. */
  change: 2,
  /** A sound that is only near, as 星 is to 新. */
  nearSound: 3,
  /** Nothing of what was typed remains. */
  allNew: 6,
  /** Latin letters have no likelihood to compare with. */
  latin: 4,
  /** The characters as they were typed stand side by side once in the shop's texts, or oftener. */
  seenOnce: 3,
  seen: 8,
  /** A word that the shop uses once. */
  rareWord: 3,
} as const;
/**
 * Chinese that was typed by its sound, with the shop's words put where they were meant: 毛依起求了 becomes 毛衣起球了 and
 * 退huo 退货. Words of the dictionary stay, and so does all that reads about as well as any correction of it.
 * A message that is all pinyin is spelt in characters throughout.
 * @param text output of `normalizeText`
 */
export function correctHomophones(text: string, index: HomophoneIndex): string {
  if (!hasHan(text) && isPinyin(text, 'zh')) return spellPinyin(text, index.pairs);
  const chosen: Correction[] = [];
  for (const correction of corrections(text, index).sort((one, other) => other.surplus - one.surplus)) {
    if (chosen.every(({ run }) => isApart(run, correction.run))) chosen.push(correction);
  }
  // From the end, so that what is still to come stays where it is.
  chosen.sort((one, other) => other.run.start - one.run.start);
  return chosen.reduce(
    (corrected, { run: { start, typed }, word }) =>
      corrected.slice(0, start) + word.characters.join('') + corrected.slice(start + typed.length),
    text,
  );
}

interface Correction {
  readonly run: TypedRun;
  readonly word: ShopWord;
  /** Bits of likelihood gained beyond what is needed. */
  readonly surplus: number;
}

function corrections(text: string, index: HomophoneIndex): Correction[] {
  return typedRuns(text).flatMap((run) => {
    const words = soundsOf(run.readings).flatMap((sound) => index.bySound.get(sound) ?? []);
    return words
      .filter((word) => mayBeMeant(word, run))
      .map((word) => ({ run, word, surplus: gain(word, run, text, index) - needed(word, run, index) }))
      .filter(({ surplus }) => surplus >= 0);
  });
}

function isApart(one: TypedRun, other: TypedRun): boolean {
  return one.start + one.typed.length <= other.start || other.start + other.typed.length <= one.start;
}

function mayBeMeant({ characters }: ShopWord, run: TypedRun): boolean {
  const differs = characters.some((character, at) => character !== run.signs[at]);
  const keepsWords = characters.every((character, at) => !run.isSettled[at] || character === run.signs[at]);
  return differs && keepsWords && (!run.hasLatin || soundsTheSame(characters, run));
}

/** Bits of likelihood gained where it stands. */
function gain({ characters }: ShopWord, { start, typed, signs }: TypedRun, text: string, { pairs }: HomophoneIndex) {
  const before = inClause(text[start - 1]);
  const after = inClause(text[start + typed.length]);
  return pairs.score([before, ...characters, after]) - pairs.score([before, ...signs, after]);
}

function needed({ characters, count }: ShopWord, run: TypedRun, { pairs }: HomophoneIndex): number {
  const isNew = characters.map((character, at) => character !== run.signs[at]);
  const changes = isNew.filter(Boolean).length;
  const seen = run.signs
    .slice(1)
    .map((sign, at) => (isNew[at] || isNew[at + 1] ? pairs.count(run.signs[at], sign) : 0));
  const most = Math.max(...seen);
  let bits = NEEDED + changes * NEEDED_FOR.change;
  if (run.hasLatin) bits += NEEDED_FOR.latin;
  else if (changes === characters.length) bits += NEEDED_FOR.allNew;
  if (!soundsTheSame(characters, run)) bits += NEEDED_FOR.nearSound;
  if (most > 0) bits += most > 1 ? NEEDED_FOR.seen : NEEDED_FOR.seenOnce;
  if (count < 2) bits += NEEDED_FOR.rareWord;
  return bits;
}

function soundsTheSame(characters: readonly string[], { signs, readings }: TypedRun): boolean {
  return characters.every(
    (character, at) => character === signs[at] || readingsOf(character).some((each) => readings[at].includes(each)),
  );
}

function inClause(character: string | undefined): string {
  return character !== undefined && hasLetters(character) ? character : EDGE;
}
