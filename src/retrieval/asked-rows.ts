import type { Language } from '../domain/understanding.ts';
import { hasHan } from '../text/letters.ts';
import { normalizeText } from '../text/normalize-text.ts';
import { searchTerms } from './search-terms.ts';

/** A row of a table as it is shown: what it is about, then what is said of that; items of a list are written like this, too. Steps belong together. */
const ROW: Readonly<Record<Language, RegExp>> = {
  zh: /^(?!\d+\. )([^：]{1,40})：\S/u,
  en: /^(?!\d+\. )([^:]{1,60}): \S/u,
};
/** Two rows are taken in at a glance, and their neighbour may be meant. */
const LEAST_ROWS = 3;
/** Asks which, compares, leaves out or measures: then the other rows count, too. */
const OF_SEVERAL: Readonly<Record<Language, RegExp>> = {
  zh: /除了|除外|以外|之外|其他|其它|别的|另外|还是|或者?|哪|比|大一|小一|换大|换小|偏大|偏小|太大|太小|区别|不同|差别|推荐|适合|该选|怎么选|身高|体重|一起|一块儿?|同时|叠加|[都各每]|\d{2,3}\s*(?:cm|厘米|公分|斤|kg|公斤)/iu,
  en: /\b(?:except|others?|else|besides|apart|or|versus|vs|than|bigger|smaller|larger|size (?:up|down)|too (?:big|small|tight|large|loose)|next|which|compar\w*|differen\w*|recommend\w*|suits?|suitable|fits?|tall|weigh\w*|heights?|all|both|every|each|between|together|combin\w*|cheapest|longest|best|most)\b/iu,
};

/** Between kinds that one row is about: France, Germany. */
const BETWEEN = /[、，,（）()/／;；&]|\b(?:and|or)\b|和|或/iu;
/** More of a kind's name than this is said by whoever names it: 付款 is but half of 货到付款. */
const HALF = 0.5;

/**
 * What of a section's text is shown: without the rows of its tables that are about something else than what is asked: of
 * five ways to pay back, the credit card's. Only where the first cells tell: a question that names none of them, or most of
 * them, or compares, is shown all rows. Pure.
 *
 * @param question in normal form
 * @returns from a text, a line a row as `Section.text`, to what is shown of it
 */
export function askedRows(question: string, language: Language): (text: string) => string {
  if (OF_SEVERAL[language].test(question)) return (text) => text;
  const names = language === 'zh' ? chineseNames(question) : englishNames(question);
  const keyOf = (line: string) => ROW[language].exec(line)?.[1];
  const isAsked = (line: string) => {
    const key = keyOf(line);
    return key !== undefined && normalizeText(key).split(BETWEEN).some(names);
  };
  return (text) =>
    runsOf(text.split('\n'), (line) => keyOf(line) !== undefined)
      .flatMap((run) => rowsAsked(run, isAsked))
      .join('\n');
}

/** Neighbouring lines that are all rows, or none of them. */
function runsOf(lines: readonly string[], isRow: (line: string) => boolean): string[][] {
  const runs: string[][] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last && isRow(last[0]) === isRow(line)) last.push(line);
    else runs.push([line]);
  }
  return runs;
}

function rowsAsked(run: readonly string[], isAsked: (line: string) => boolean): readonly string[] {
  if (run.length < LEAST_ROWS) return run;
  const kept = run.filter(isAsked);
  return kept.length > 0 && kept.length <= run.length / 2 ? kept : run;
}

/** Whether an English question names a kind: by all its words, since *paid* is no Apple Pay. */
function englishNames(question: string): (kind: string) => boolean {
  const asked = new Set(searchTerms(question, 'en'));
  return (kind) => {
    const words = searchTerms(kind, 'en');
    return words.length > 0 && words.every((word) => asked.has(word));
  };
}

const CODES = /[a-z0-9.]*[a-z0-9]/gu;

/** Whether a Chinese question names a kind: by its code or number, such as M and 1.3, or by most of its characters. */
function chineseNames(question: string): (kind: string) => boolean {
  const codes = new Set(question.match(CODES) ?? []);
  const words = searchTerms(question, 'zh').filter((term) => hasHan(term) && [...term].length > 1);
  return (kind) => {
    const own = kind.match(CODES);
    if (own) return own.every((code) => codes.has(code));
    const characters = [...kind].filter(hasHan);
    const said = new Set(words.filter((word) => kind.includes(word)).flatMap((word) => [...word]));
    return characters.filter((character) => said.has(character)).length > HALF * characters.length;
  };
}
