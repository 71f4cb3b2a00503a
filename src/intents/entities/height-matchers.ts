import {
  ABOUT,
  CM,
  COUPLE,
  JIN_UNIT,
  KG_UNIT,
  NOT_COUNTED,
  numberIn,
  PLAIN_HEIGHT,
  PLAIN_WEIGHT,
  within,
} from './body-words.ts';
import type { EntityMatcher } from './entity-matcher.ts';
import { readNumber } from './read-number.ts';

const CM_PER_INCH = 2.54;
const SMALL_NUMBERS = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven';
const centimetres = (value: number) => within(value, { least: 50, most: 230 }, 0);

function metres({ groups }: RegExpMatchArray): string | undefined {
  const whole = readNumber(groups?.whole ?? '');
  const parts = [...(groups?.rest ?? '')].map((digit) => readNumber(digit));
  if (whole === undefined || parts.includes(undefined)) return undefined;
  return centimetres(whole * 100 + (parts[0] ?? 0) * 10 + (parts[1] ?? 0));
}

/** Height in centimetres. */
export const HEIGHT_MATCHERS: readonly EntityMatcher[] = [
  {
    kind: 'height',
    pattern: new RegExp(
      String.raw`(?<![\d.])(?:(?<feet>[4-7])\s?(?:'|’|′|ft\.?|feet|foot)|(?<word>four|five|six|seven) (?:foot|feet))\s?(?:(?<inches>1[01]|\d|(?:${SMALL_NUMBERS})(?![a-z]))(?:\s?(?:"|”|″|''|in\b|inch(?:es)?))?)?(?![\d%])`,
      'gi',
    ),
    value: (match) => {
      const feet = numberIn(match, match.groups?.feet ? 'feet' : 'word');
      return centimetres((feet * 12 + numberIn(match, 'inches')) * CM_PER_INCH);
    },
  },
  {
    kind: 'height',
    pattern:
      /(?<![\d.零一二三四五六七八九])(?<whole>[12一])(?:米|m|\.)(?<rest>[3-9三四五六七八九][0-9零一二三四五六七八九]?)(?:米|m)?(?![.元块折*×xX*]|(?<=\d)\d|(?<=[米m.][3-9三四五六七八九])[零一二三四五六七八九]|\s?(?:米|床|宽|长|kg|斤))/gi,
    value: metres,
  },
  {
    // 165/52, 165 104斤: together they can only be a person. 165/88A is a size.
    kind: 'height',
    pattern: new RegExp(
      String.raw`(?<![\d.*×/-])(?<span>(?<cm>${PLAIN_HEIGHT})\s?${CM}?)(?=${COUPLE}(?:${PLAIN_WEIGHT})\s?(?:${KG_UNIT}|${JIN_UNIT}|${NOT_COUNTED}))`,
      'dgi',
    ),
    value: (match) => centimetres(numberIn(match, 'cm')),
  },
  {
    // 110cm 38斤: with both units, a child.
    kind: 'height',
    pattern: new RegExp(
      String.raw`(?<![\d.*×/-])(?<span>(?<cm>[5-9]\d|1\d\d)\s?${CM})(?=${COUPLE}\d{1,3}(?:\.\d)?\s?(?:${KG_UNIT}|${JIN_UNIT}))`,
      'dgi',
    ),
    value: (match) => centimetres(numberIn(match, 'cm')),
  },
  {
    kind: 'height',
    pattern: new RegExp(
      String.raw`(?:身高|\bheight|\btall)${ABOUT}(?<span>(?<cm>1\d\d|[5-9]\d|20\d)\s?${CM}?)(?![\d.%]|\s?(?:kg|公斤|斤|lb|pound|year|岁|inch|in\b))`,
      'dgi',
    ),
    value: (match) => {
      const cm = numberIn(match, 'cm');
      // Height: 65 are inches.
      return /^[a-z]/i.test(match[0]) && cm < 100 && !/cm/i.test(match[0]) ? undefined : centimetres(cm);
    },
  },
  {
    kind: 'height',
    pattern: new RegExp(
      String.raw`(?<![\d.*×xX/-])(?<cm>${PLAIN_HEIGHT})(?:\s?${CM}|\s?tall(?![a-z])|的?身高|\s?的?(?:个子|高(?![度跟帮腰领清])))(?!\s?[*×xX/-]\s?\d)`,
      'gi',
    ),
    value: (match) => centimetres(numberIn(match, 'cm')),
  },
];
