import {
  ABOUT,
  CHINESE_WEIGHT,
  CM,
  COUPLE,
  JIN_UNIT,
  KG_UNIT,
  LB_UNIT,
  METRES,
  NOT_COUNTED,
  numberIn,
  PLAIN_HEIGHT,
  PLAIN_WEIGHT,
  type Range,
  within,
} from './body-words.ts';
import type { EntityMatcher } from './entity-matcher.ts';
import { NUMBER } from './read-number.ts';

const KG_PER_POUND = 0.453_592_37;
const POUNDS_PER_STONE = 14;
/** A Chinese 斤 (jin) is half a kilogram. */
const KG_PER_JIN = 0.5;
const WEIGHT_KG: Range = { least: 20, most: 200 };
/** Of a child, where 体重 or a height in front says that a body is meant. */
const SAID_WEIGHT_KG: Range = { least: 2, most: 200 };
const kilograms = (value: number, range = WEIGHT_KG) => within(value, range, 1);

/** Nobody names the unit: of 120 and 52, the first can only be 斤. */
const bareChinese = (value: number) => kilograms(value > 80 ? value * KG_PER_JIN : value);
/** In English, 130 are pounds and 60 kilograms; what lies between may be either. */
function bareEnglish(value: number, hasFeet: boolean): string | undefined {
  if (hasFeet || value >= 110) return kilograms(value * KG_PER_POUND);
  return value <= 85 ? kilograms(value) : undefined;
}
const SAYS_FEET = /(?<![\d.])[4-7]\s?(?:'|’|′|ft|feet|foot)/i;

function saidWeight(match: RegExpMatchArray): string | undefined {
  const { unit = '', label = '' } = match.groups ?? {};
  const value = numberIn(match, 'value');
  if (/斤|jin/i.test(unit) && !/公斤/.test(unit)) return kilograms(value * KG_PER_JIN, SAID_WEIGHT_KG);
  if (/lb|pound/i.test(unit)) return kilograms(value * KG_PER_POUND, SAID_WEIGHT_KG);
  if (unit !== '') return kilograms(value, SAID_WEIGHT_KG);
  return /[a-z]/i.test(label) ? bareEnglish(value, SAYS_FEET.test(match.input ?? '')) : bareChinese(value);
}

/** Weight in kilograms. */
export const WEIGHT_MATCHERS: readonly EntityMatcher[] = [
  {
    // What is said to be a weight comes first: 体重28斤 is a child's.
    kind: 'weight',
    pattern: new RegExp(
      String.raw`(?<label>体重|體重|\bweight|\bweighs?)${ABOUT}(?<span>(?<value>\d{1,3}(?:\.\d)?|${CHINESE_WEIGHT}|[一二三四五六七八九]?十[一二三四五六七八九]?(?=\s?(?:斤|公斤)))\s?多?(?<unit>${KG_UNIT}|${JIN_UNIT}|${LB_UNIT})?)(?![\d.%十百]|\s?(?:stone|st\b|克|(?:g|grams?|oz|ounces?)(?![a-z])))`,
      'dgi',
    ),
    value: saidWeight,
  },
  {
    kind: 'weight',
    pattern: new RegExp(
      String.raw`(?<![\d.])(?:[5-9]\d|1\d\d)\s?${CM}${COUPLE}(?<span>(?<value>\d{1,3}(?:\.\d)?)\s?(?<unit>${KG_UNIT}|${JIN_UNIT}))`,
      'dgi',
    ),
    value: saidWeight,
  },
  {
    kind: 'weight',
    pattern: new RegExp(
      String.raw`(?<![\d.])(?:(?<said>(?:i'?m|i am|weighs?|weight|about|around) )?(?<span>(?<stone>[4-9]|1\d|20)\s?(?:stones?|st)(?:\s?(?<rest>1[0-3]|\d)(?!\d)(?:\s?${LB_UNIT})?)?))(?![a-z\d])`,
      'dgi',
    ),
    value: (match) => {
      const { said, rest } = match.groups ?? {};
      // Nine stone, without more, may be set in a ring; st may be a street.
      if (rest === undefined && (said === undefined || !/stone/i.test(match.groups?.span ?? ''))) return undefined;
      return kilograms((numberIn(match, 'stone') * POUNDS_PER_STONE + Number(rest ?? 0)) * KG_PER_POUND);
    },
  },
  {
    kind: 'weight',
    pattern: new RegExp(String.raw`(?<![\d.])(?<kg>\d{2,3}(?:\.\d)?)\s?${KG_UNIT}`, 'gi'),
    value: (match) => kilograms(numberIn(match, 'kg')),
  },
  {
    kind: 'weight',
    pattern: new RegExp(
      String.raw`(?<![\d.]|[零一二两三四五六七八九十百千万](?!\d))(?<jin>${NUMBER})\s?(?:多|来)?${JIN_UNIT}`,
      'gi',
    ),
    value: (match) => kilograms(numberIn(match, 'jin') * KG_PER_JIN),
  },
  {
    kind: 'weight',
    pattern: new RegExp(String.raw`(?<![\d.])(?<lb>\d{2,3}(?:\.\d)?)\s?${LB_UNIT}`, 'gi'),
    value: (match) => kilograms(numberIn(match, 'lb') * KG_PER_POUND),
  },
  {
    kind: 'weight',
    pattern: new RegExp(
      String.raw`(?<![\d.*×/-])(?:${PLAIN_HEIGHT}\s?${CM}?|${METRES})${COUPLE}(?<span>(?<value>${PLAIN_WEIGHT}))${NOT_COUNTED}`,
      'dgi',
    ),
    value: (match) => bareChinese(numberIn(match, 'value')),
  },
];
