import type { Language } from '../domain/understanding.ts';
import { pinyinWords } from './pinyin-words.ts';
import { isSyllabic, isSyllable } from './syllables.ts';

/** What Chinese customers write in Latin letters anyway. */
const EITHER = /^(?:ok|okay|hi|hello|app|vip|sf|ems|id|x{0,4}[sml]|pls|thx|bye|no|yes|qq|wx|vx)$/u;
/** Which share of the letters must be words known to be Chinese, and how many letters that must be at least. */
const KNOWN = { share: 0.4, letters: 4 };
/** The same where English is spoken. */
const KNOWN_STRICTLY = { share: 0.5, letters: 6 };
/** Of a message of nothing but syllables: which share of the letters can be no English, and how many pieces there must be. */
const SPELT = { share: 0.55, pieces: 3 };
/** The same where a language is spoken. */
const SPELT_WHERE: Readonly<Record<Language, typeof SPELT>> = {
  zh: { share: 0.3, pieces: 2 },
  en: { share: 0.65, pieces: 4 },
};
/** Syllables that are words or names in English, too, so that a row of them is no Chinese yet: *he can lie*, *mai tai*. */
const ENGLISH_TOO = new Set(
  `a an ai ang ban bang bao bei bin can cha chai chan chi dan dang dao den die ding dong du dun e en er fa fan fang fen gang gun
ha hai han hang hao he hen hun jin ju kang kong la lan lang lao le lee lei li lie lin ling long lu ma mai man mang mao me mei
men mi min ming mo mu na nan nang ne nu o pa pai pan pang pen pi pie pin ping po qi qin ran rang re run sang sha shan she shun
song su sun ta tai tan tang tao ti tie tong tu tun wan wang wei wen wo wu xi yan yang yen yin ying yo you yu yuan zen`.split(
    /\s+/,
  ),
);
/** How English spells no word: zhang, xie, qian, liang, shuo. */
const TELLING = /zh|(?<![a-z]e|[aeio])x[iu]|q(?:i|u[aen])|[iu]ang|iong|iao|uo|[^q]u[ai](?!l)|[csz]hu|[jlnx]ue$/u;

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
 * it must be syllables, and a good part words of everyday or of trade that are no English ones; or it is nothing but syllables
 * of which most are no English ones, whatever they name: zhang peng fang shui ma. Pure.
 * @param spoken what has been spoken before, or the only language the shop is written in: English asks for more, Chinese for less
 */
export function isPinyin(text: string, spoken?: Language): boolean {
  const pieces = piecesOf(text);
  const letters = count(pieces);
  if (letters === 0) return false;
  const slips = count(pieces.filter((piece) => !isSyllabic(piece)));
  if (slips > letters * SLIPS) return false;
  const known = knownLetters(pieces);
  const asked = spoken === 'en' ? KNOWN_STRICTLY : KNOWN;
  if (known >= asked.letters && known >= letters * asked.share) return true;
  return slips === 0 && isSpelt(pieces, spoken);
}

/** Whether enough of several pieces, all of them syllables, can be no English. */
function isSpelt(pieces: readonly string[], spoken: Language | undefined): boolean {
  const asked = spoken === undefined ? SPELT : SPELT_WHERE[spoken];
  return pieces.length >= asked.pieces && knownLetters(pieces, tellingIn) >= count(pieces) * asked.share;
}

/** Letters of a piece by which it can be no English. */
function tellingIn(piece: string): number {
  const tells = isSyllable(piece) ? !ENGLISH_TOO.has(piece) : TELLING.test(piece);
  return tells ? piece.length : 0;
}

/** Latin words of a message, codes and what belongs to no language left out; none when it holds other letters. */
function piecesOf(text: string): string[] {
  const read = text.slice(0, READ).toLowerCase();
  if (/[^\P{L}a-z]/u.test(read)) return [];
  const words = read.match(/[a-z0-9]+/g) ?? [];
  return words.filter((word) => !/\d/.test(word) && !EITHER.test(word));
}

/**
 * How many letters belong to known words, which may be typed in several pieces or be part of a longer one.
 * @param otherwise letters that count of a piece of no such word
 */
function knownLetters(pieces: readonly string[], otherwise = knownInside): number {
  let known = 0;
  for (let at = 0; at < pieces.length; ) {
    const taken = piecesOfWord(pieces, at);
    known += taken > 0 ? count(pieces.slice(at, at + taken)) : otherwise(pieces[at]);
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
