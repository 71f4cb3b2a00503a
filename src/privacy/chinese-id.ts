// GB 11643-1999: the last character makes the weighted sum fit.
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';
// GB/T 2260: 11 is Beijing, 82 Macao; 83 and 91 are given to people from Taiwan and abroad.
const PROVINCES = new Set(
  [11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46].concat([
    50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83, 91,
  ]),
);

/** True for an 18-character Chinese identity number: region, date of birth and check digit must fit. */
export function isChineseId(text: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(text) || !PROVINCES.has(Number(text.slice(0, 2)))) return false;
  if (!isDateOfBirth(text.slice(6, 14))) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return CHECKS[sum % 11] === text[17].toUpperCase();
}

function isDateOfBirth(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number);
  if (year < 1900 || year > 2099) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
