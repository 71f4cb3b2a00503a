import { COUNTERS } from './counters.ts';
import type { EntityMatcher } from './entity-matcher.ts';
import { NUMBER, readNumber } from './read-number.ts';

const MAX_QUANTITY = 10_000;

function quantity(match: RegExpMatchArray): string | undefined {
  const number = readNumber(match.groups?.count ?? '');
  return number !== undefined && Number.isInteger(number) && number <= MAX_QUANTITY ? `${number}` : undefined;
}
/** Sizes in words. */
const WORN: Readonly<Record<string, string>> = {
  'extra small': 'XS',
  small: 'S',
  medium: 'M',
  large: 'L',
  'extra large': 'XL',
  'x large': 'XL',
};
const GARMENTS =
  '(?:t-?shirts|shirts|tees|sweaters|jumpers|hoodies|dresses|skirts|jackets|coats|socks|hats|caps|scarves|gloves|bags|mugs|towels)';
const upperCase = (match: RegExpMatchArray) => (match.groups?.size ?? match[0]).replace(/\s/g, '').toUpperCase();

/** Sizes and quantities. */
export const PRODUCT_MATCHERS: readonly EntityMatcher[] = [
  {
    kind: 'size',
    pattern: /(?<![A-Za-z0-9'’])(?<size>(?:\d{1,2}|X{0,4})XL|X{1,3}S)(?![A-Za-z0-9'’])\s?(?:码|碼|号(?!码)|號)?/gi,
    value: upperCase,
  },
  {
    kind: 'size',
    pattern: /(?<![A-Za-z0-9'’&])(?<size>[SML])(?:\s?(?:码|碼|号(?!码)|號)|(?![A-Za-z0-9'’&]))/g,
    value: upperCase,
  },
  {
    kind: 'size',
    pattern:
      /(?<![A-Za-z0-9'’])(?<size>[sml])\s?(?:码|碼|号(?!码)|號)|\bsize\s*(?:is|:)?\s*(?<span>[sml]|\d{1,3}(?:\.5)?)(?![A-Za-z0-9'’])/dg,
    value: (match) => (match.groups?.size ?? match.groups?.span)?.toUpperCase(),
  },
  {
    // In capitals: 2x is twice.
    kind: 'size',
    pattern: /(?<![A-Za-z0-9'’])(?<size>[2-6]X)(?![A-Za-z0-9'’])/g,
    value: upperCase,
  },
  {
    kind: 'size',
    pattern: /(?<![\d.])(?<size>\d{2,3}(?:\.5)?|[二三四五]十[一二三四五六七八九]?)\s?(?:码|碼)(?!头)/g,
    value: ({ groups }) => `${readNumber(groups?.size ?? '')}`,
  },
  {
    kind: 'size',
    pattern: /(?<![\d.])(?<span>(?<size>3[3-9]|4[0-8])(?:\.5)?)的?(?:鞋|靴)/dg,
    value: ({ groups }) => groups?.span,
  },
  {
    kind: 'size',
    pattern:
      /(?<![A-Za-z]|\b(?:the|to|from|in|within) )(?:EU|US|UK)\s?(?:size\s)?(?:[34]\d|[2-9]|1[0-8])(?:\.5)?(?=$|[,;!?/，。\p{Script=Han}]|\.(?!\d)|\s(?:and|or|for|in|is|please|shoes?|boots?)\b)/gu,
    value: ([written]) =>
      written
        .replace(/size/i, '')
        .replace(/\s+/g, ' ')
        .replace(/^([A-Z]+)(?=\d)/, '$1 '),
  },
  {
    // Words are sizes behind what asks for one: a large order is none.
    kind: 'size',
    pattern: new RegExp(
      String.raw`\b(?:size|in|fits?|wear|take|got|ordered|need) (?:an? |the |my )?(?<span>(?<size>${Object.keys(WORN).join('|')}))(?=$|[,.;!?]|\s(?:and|or|for|please|in|but|too|size|instead)\b)`,
      'dgi',
    ),
    value: ({ groups }) => WORN[(groups?.size ?? '').toLowerCase().replace('-', ' ')],
  },
  { kind: 'size', pattern: /均码|均碼|one[ -]size|free[ -]size/gi, value: () => 'ONE SIZE' },
  { kind: 'size', pattern: /(?<size>特?加?大|小|中)(?:码|碼)/g, value: upperCase },
  {
    // Chinese garment sizes: height over chest, 165/88A.
    kind: 'size',
    pattern: /(?<![\d/])1[4-9][05]\/\d{2,3}[A-C](?![A-Za-z0-9])/gi,
    value: upperCase,
  },
  {
    kind: 'quantity',
    pattern: new RegExp(String.raw`(?<![\d.第])(?<count>${NUMBER})\s?(?:${COUNTERS})`, 'g'),
    value: quantity,
  },
  {
    // 一个 is more often an article than a number.
    kind: 'quantity',
    pattern: /(?<![\d.第])(?<count>\d+|[两兩二三四五六七八九十]+)\s?[个個](?!月|小时|鐘|钟|星期|礼拜|工作日|人|半)/g,
    value: quantity,
  },
  {
    kind: 'quantity',
    pattern: new RegExp(
      String.raw`(?<![\w.])(?<count>${NUMBER})\s(?:pcs?|pieces?|items?|units?|pairs?|sets?|boxes|box|bottles?|packs?|of (?:them|these|those|each))(?![a-z])`,
      'gi',
    ),
    value: quantity,
  },
  {
    kind: 'quantity',
    pattern: new RegExp(String.raw`(?<![\w.$€£])(?<count>${NUMBER})\s${GARMENTS}(?![a-z])`, 'gi'),
    value: quantity,
  },
  { kind: 'quantity', pattern: /(?<![\w.])[x×*]\s?(?<count>\d{1,3})(?![\w.])/gi, value: quantity },
];
