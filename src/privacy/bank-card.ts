/** First digits and lengths of the cards that shops in China and abroad are paid with (ISO/IEC 7812). */
const ISSUERS: readonly RegExp[] = [
  // UnionPay, and the debit cards that Chinese banks gave out before it.
  /^62\d{14,17}$/,
  /^(?:9558|95599|436742|456351|6013|621\d|622\d)\d+$/,
  // Visa, Mastercard, American Express, JCB, Discover.
  /^4\d{15}$/,
  /^(?:5[1-5]\d{2}|222[1-9]|22[3-9]\d|2[3-6]\d{2}|27[01]\d|2720)\d{12}$/,
  /^3[47]\d{13}$/,
  /^35(?:2[89]|[3-8]\d)\d{12}$/,
  /^6(?:011|4[4-9]\d|5\d{2})\d{12}$/,
];

/**
 * True for what can be a card: an issuer's first digits, 15 to 19 digits, and the check digit. The check digit alone
 * fits every tenth order number.
 */
export function isBankCard(digits: string): boolean {
  return /^\d{15,19}$/.test(digits) && ISSUERS.some((issuer) => issuer.test(digits)) && fitsLuhn(digits);
}

/** The check digit of ISO/IEC 7812: every second digit from the right counts twice. */
export function fitsLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, character, index) => {
    const value = Number(character) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
