import { segmentKnown } from './segment.ts';
import { readingsOf, splitSyllables } from './syllables.ts';

/** Pieces of a message that stand side by side and may together be one word, typed by its sound. */
export interface TypedRun {
  /** Where it starts in the message. */
  readonly start: number;
  readonly typed: string;
  /** What was typed for each syllable: a character, or a syllable in Latin letters. */
  readonly signs: readonly string[];
  /** How each sign is read. */
  readonly readings: readonly (readonly string[])[];
  /** Signs that belong to a word of the dictionary, which nobody typed by mistake. */
  readonly isSettled: readonly boolean[];
  readonly hasLatin: boolean;
}

/** Syllables of the longest word. */
const LONGEST = 4;
const HAN = /^\p{Script=Han}+$/u;
const LATIN = /^[a-z]{2,24}$/;
/** What makes Latin letters part of an address, a size or the name of a model. */
const NAME = /[a-z0-9@._/:#-]/;

/** Every run of two to four syllables that begins and ends where words do and is not itself a word of the dictionary. */
export function typedRuns(text: string): TypedRun[] {
  const tokens = segmentKnown(text);
  const found: TypedRun[] = [];
  let start = 0;
  for (const [first, token] of tokens.entries()) {
    let runs: TypedRun[] = [{ start, typed: '', signs: [], readings: [], isSettled: [], hasLatin: false }];
    let end = start;
    for (const next of tokens.slice(first, first + LONGEST)) {
      const pieces = readPiece(next, text[end - 1], text[end + next.length]);
      runs = runs
        .flatMap((run) => pieces.map((piece) => join(run, piece)))
        .filter(({ signs }) => signs.length <= LONGEST);
      found.push(...runs.filter(({ signs, typed, hasLatin }) => signs.length > 1 && (typed !== token || hasLatin)));
      end += next.length;
    }
    start += token.length;
  }
  return found;
}

type Piece = Omit<TypedRun, 'start'>;

/** Every way to read a token; none when it is neither Chinese nor pinyin. */
function readPiece(token: string, before: string | undefined, after: string | undefined): Piece[] {
  if (HAN.test(token)) {
    const signs = [...token];
    return [
      {
        typed: token,
        signs,
        readings: signs.map(readingsOf),
        isSettled: signs.map(() => signs.length > 1),
        hasLatin: false,
      },
    ];
  }
  if (!LATIN.test(token) || NAME.test(before ?? '') || NAME.test(after ?? '')) return [];
  return splitSyllables(token, LONGEST).map((signs) => ({
    typed: token,
    signs,
    readings: signs.map((syllable) => [syllable]),
    isSettled: signs.map(() => false),
    hasLatin: true,
  }));
}

function join(run: TypedRun, piece: Piece): TypedRun {
  return {
    start: run.start,
    typed: run.typed + piece.typed,
    signs: [...run.signs, ...piece.signs],
    readings: [...run.readings, ...piece.readings],
    isSettled: [...run.isSettled, ...piece.isSettled],
    hasLatin: run.hasLatin || piece.hasLatin,
  };
}
