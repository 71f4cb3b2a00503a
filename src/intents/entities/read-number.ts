const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000, 万: 10_000, 萬: 10_000 };
const ENGLISH = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** A number in digits, Chinese numerals or an English word up to twelve: the source of a regular expression. */
export const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[零〇一二两兩三四五六七八九十百千万萬]{1,10}|${ENGLISH.slice(1).join('|')})`;

/** The value of what `NUMBER` matched; undefined when it is none, such as 万 alone. */
export function readNumber(written: string): number | undefined {
  if (/^\d/.test(written)) return Number(written.replaceAll(',', ''));
  const english = ENGLISH.indexOf(written.toLowerCase());
  return english >= 0 ? english : readChinese(written);
}

/** 两百五 is 250, 一千零二 is 1,002: a digit at the end counts a tenth of the last unit unless a zero stands before it. */
function readChinese(written: string): number | undefined {
  let total = 0;
  let digit: number | undefined;
  let lastUnit = 10;
  for (const character of written) {
    const unit = UNITS[character];
    if (unit === undefined) {
      digit = DIGITS[character];
      if (digit === 0) lastUnit = 10;
    } else if (unit === 10_000) {
      total = (total + (digit ?? 0)) * unit;
      [digit, lastUnit] = [undefined, unit];
    } else {
      total += (digit ?? 1) * unit;
      [digit, lastUnit] = [undefined, unit];
    }
  }
  total += (digit ?? 0) * (lastUnit / 10);
  return total > 0 ? total : undefined;
}
