import type { EntityMatcher } from './entity-matcher.ts';

const withoutSpaces = (match: RegExpMatchArray) => (match.groups?.span ?? match[0]).replace(/[\s-]/g, '').toUpperCase();
const COURIER_CODE = 'SF|YT|JT|JD[A-Z]{0,2}|ZTO|STO|YD|TT|DB|DPK|EMS|YZ|KY|1Z|E[A-Z]';

/** Tracking numbers that their own shape or a word in front gives away. */
export const TRACKING_NUMBER_MATCHERS: readonly EntityMatcher[] = [
  {
    // International mail (UPU S10): ems EA123456789CN holds one number, not one with ems in front.
    kind: 'tracking_number',
    pattern: /(?<![A-Za-z0-9])[A-Z]{2}\d{9}[A-Z]{2}(?![A-Za-z0-9*])/gi,
    value: withoutSpaces,
  },
  {
    // Courier codes: SF, YT, ZTO, STO, JD and others in front of 10 digits or more.
    kind: 'tracking_number',
    pattern: new RegExp(
      String.raw`(?<![A-Za-z0-9])(?:${COURIER_CODE})\s?[A-Z0-9]{0,6}\d{9,16}[A-Z]{0,2}(?![A-Za-z0-9*])`,
      'gi',
    ),
    value: withoutSpaces,
  },
  {
    // In groups of four, as it is printed: SF 1234 5678 9012 3.
    kind: 'tracking_number',
    pattern: new RegExp(
      String.raw`(?<![A-Za-z0-9])(?:${COURIER_CODE})[\s-]?\d{3,4}(?:[\s-]\d{3,4}){2,3}(?:[\s-]\d{1,3})?(?![A-Za-z0-9*])`,
      'gi',
    ),
    value: withoutSpaces,
  },
  {
    // USPS: 22 digits from a 9 on.
    kind: 'tracking_number',
    pattern: /(?<![\d*A-Za-z])9\d{3}(?:\s?\d{4}){4}\s?\d{2}(?![\d*])/g,
    value: withoutSpaces,
  },
  {
    kind: 'tracking_number',
    pattern:
      /(?:快递单?号?|快遞單?號?|物流单?号?|物流單?號?|运单号?|運單號?|面单号?|\btracking\s*(?:no\.?|number|num|id|code|#)?|\bawb)\s*(?:是|is|:|#|为)?\s*#?(?<span>[A-Z]{0,4}\d{9,22}[A-Z]{0,2})(?![\dA-Za-z*])/dgi,
    value: withoutSpaces,
  },
];
