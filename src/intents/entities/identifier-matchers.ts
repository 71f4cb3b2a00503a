import type { EntityMatcher } from './entity-matcher.ts';
import { ORDER_NUMBER_MATCHERS } from './order-number-matchers.ts';
import { TRACKING_NUMBER_MATCHERS } from './tracking-number-matchers.ts';

const digitsOf = (match: RegExpMatchArray) => (match.groups?.span ?? match[0]).replace(/[\s.()-]/g, '');
const upperCaseOf = (match: RegExpMatchArray) => (match.groups?.span ?? match[0]).toUpperCase();
const MASK = '[*＊xX×•]';

/** Numbers and codes that name one thing, surest first. */
export const IDENTIFIER_MATCHERS: readonly EntityMatcher[] = [
  {
    kind: 'email',
    pattern: /(?<![\w.+-])[\w.+-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?(?:\.[a-z0-9-]{2,24}){1,4}(?![\w@])/gi,
    value: (match) => match[0].toLowerCase(),
  },
  ...TRACKING_NUMBER_MATCHERS,
  ...ORDER_NUMBER_MATCHERS,
  {
    kind: 'tracking_number',
    pattern: /(?:单号|單號)\s*(?:是|is|:|#|为)?\s*#?(?<span>\d{9,14})(?![\d*])/dg,
    value: digitsOf,
  },
  { kind: 'order_number', pattern: /(?<![\d*A-Za-z])\d{15,19}(?![\d*])/g, value: digitsOf },
  {
    kind: 'phone',
    pattern: /(?<![\d*A-Za-z])(?:\+?86[\s-]?)?(?<span>1[3-9]\d[\s-]?\d{4}[\s-]?\d{4})(?![\d*])/dg,
    value: digitsOf,
  },
  {
    kind: 'phone',
    pattern: new RegExp(String.raw`(?<![\d*A-Za-z])1[3-9]\d${MASK}{4}\d{4}(?![\d*])`, 'g'),
    value: (match) => match[0].replace(/[^\d]/g, '*'),
  },
  {
    // The platforms show order numbers with the middle hidden.
    kind: 'order_number',
    pattern: new RegExp(String.raw`(?<![\d*A-Za-z])\d{3,8}${MASK}{3,13}\d{3,8}(?![\d*])`, 'g'),
    value: (match) => match[0].replace(/[^\d]/g, '*'),
  },
  { kind: 'tracking_number', pattern: /(?<![\d*A-Za-z.])\d{12,14}(?![\d*])/g, value: digitsOf },
  {
    kind: 'phone',
    pattern:
      /(?<![\d*A-Za-z])(?:\+\d{1,3}[\s-]?(?:\(?\d{1,4}\)?[\s-]?){2,4}\d{2,4}|0\d{2,3}-\d{7,8}|\(\d{3}\)\s?\d{3}-\d{4}|\d{3}([-.])\d{3}\1\d{4})(?![\d*])/g,
    value: digitsOf,
  },
  {
    // Ten digits by themselves may be an order number.
    kind: 'phone',
    pattern:
      /(?:手机|手機|电话|電話|\b(?:phone|mobile|cell|tel|whatsapp|call me (?:at|on)|text me (?:at|on)))(?:号码?|號碼?|\s*(?:no\.?|number))?\s?(?:是|is|:)?\s?(?<span>\(?[2-9]\d{2}\)?[\s.-]?[2-9]\d{2}[\s.-]?\d{4})(?![\d*])/dgi,
    value: digitsOf,
  },
  {
    kind: 'sku',
    pattern:
      /(?:货号|款号|型号|编码|貨號|款號|型號|\bsku|\bmodel|\bstyle\s*(?:no\.?|number)?|\bitem\s*(?:no\.?|number))\s*(?:是|is|:|#|为)?\s*#?(?<span>[A-Z0-9][A-Z0-9-]{2,23})(?![A-Z0-9])/dgi,
    value: (match) => (/\d/.test(match.groups?.span ?? '') ? upperCaseOf(match) : undefined),
  },
  {
    kind: 'sku',
    pattern: /(?<![A-Za-z0-9-])[A-Z]{1,5}\d{0,6}(?:-[A-Z0-9]{2,8}){1,4}(?![A-Za-z0-9-])/g,
    value: (match) => (/\d/.test(match[0]) ? match[0] : undefined),
  },
  { kind: 'sku', pattern: /(?<![A-Za-z0-9-])[A-Z]{2,5}\d{3,8}[A-Z]?(?![A-Za-z0-9-])/g, value: upperCaseOf },
];
