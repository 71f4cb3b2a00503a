import { pinyinWords } from './pinyin-words.ts';
import { isSyllabic } from './syllables.ts';

/** What Chinese customers write in Latin letters anyway. */
const EITHER = /^(?:ok|okay|hi|hello|app|vip|sf|ems|id|x{0,4}[sml]|pls|thx|bye|no|yes|qq|wx|vx)$/u;
/** Share of the letters that words known to be Chinese must make up, and how many letters that must be at least. */
const KNOWN = { share: 0.4, letters: 4 };
/** The same where English was spoken before. */
const KNOWN_STRICTLY = { share: 0.5, letters: 6 };
/** Share of the letters that may be no syllables: slips of the keys. */
const SLIPS = 0.2;
/** No word is typed in more pieces: bu ke yi ma. */
const MOST_PIECES = 4;
/** Nobody types more of it, and a longer text is told by its beginning. */
const READ = 200;
/** Longer pieces are no words. */
const LONGEST_PIECE = 40;

/**
 * Whether a message without Chinese characters is Chinese typed in pinyin: wo xiang tui huo, yunfei shui chu, zaima. Most of
 * it must be syllables, and a good part words of everyday or of trade that are no English ones. Pure.
 * @param strict asks for more, where somebody has spoken English
 */
export function isPinyin(text: string, strict = false): boolean {
  const pieces = piecesOf(text);
  const letters = count(pieces);
  if (letters === 0) return false;
  if (count(pieces.filter((piece) => !isSyllabic(piece))) > letters * SLIPS) return false;
  const known = knownLetters(pieces);
  const asked = strict ? KNOWN_STRICTLY : KNOWN;
  return known >= asked.letters && known >= letters * asked.share;
}

/** Latin words of a message, codes and what belongs to no language left out; none when it holds other letters. */
function piecesOf(text: string): string[] {
  const read = text.slice(0, READ).toLowerCase();
  if (/[^\P{L}a-z]/u.test(read)) return [];
  const words = read.match(/[a-z0-9]+/g) ?? [];
  return words.filter((word) => !/\d/.test(word) && !EITHER.test(word));
}

/** How many letters belong to known words, which may be typed in several pieces or be part of a longer one. */
function knownLetters(pieces: readonly string[]): number {
  let known = 0;
  for (let at = 0; at < pieces.length; ) {
    const taken = piecesOfWord(pieces, at);
    known += taken > 0 ? count(pieces.slice(at, at + taken)) : knownInside(pieces[at]);
    at += Math.max(taken, 1);
  }
  return known;
}

/** How many pieces from `at` on are one word; 0 when none are. */
function piecesOfWord(pieces: readonly string[], at: number): number {
  for (let most = Math.min(MOST_PIECES, pieces.length - at); most > 0; most -= 1)
    if (pinyinWords().has(pieces.slice(at, at + most).join(''))) return most;
  return 0;
}

/** Letters of known words of two syllables and more within what was typed in one piece: woyaotuihuo. */
function knownInside(piece: string): number {
  if (piece.length > LONGEST_PIECE) return 0;
  const best = [0];
  for (let end = 1; end <= piece.length; end += 1) {
    best[end] = best[end - 1];
    for (let start = 0; start < end; start += 1) {
      const words = pinyinWords().get(piece.slice(start, end)) ?? [];
      const isWord = words.some(({ syllables }) => syllables.length > 1);
      if (isWord && isSyllabic(piece.slice(0, start)) && isSyllabic(piece.slice(end)))
        best[end] = Math.max(best[end], best[start] + end - start);
    }
  }
  return best[piece.length];
}

function count(pieces: readonly string[]): number {
  return pieces.reduce((sum, piece) => sum + piece.length, 0);
}
