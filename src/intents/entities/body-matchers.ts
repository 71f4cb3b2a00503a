import type { EntityMatcher } from './entity-matcher.ts';
import { readNumber } from './read-number.ts';

const CM_PER_INCH = 2.54;
const KG_PER_POUND = 0.453_592_37;
/** A Chinese 斤 (jin) is half a kilogram. */
const KG_PER_JIN = 0.5;
/** What people measure: a number outside is the length of a curtain or the weight of a parcel. */
const HEIGHT_CM = { least: 50, most: 230 };
const WEIGHT_KG = { least: 20, most: 200 };
const COUPLE = String.raw`(?:\s*[/,，、\-—+]\s*|\s+|体重|體重|\s*and\s*)`;

const centimetres = (value: number) =>
  value >= HEIGHT_CM.least && value <= HEIGHT_CM.most ? `${Math.round(value)}` : undefined;
const kilograms = (value: number) =>
  value >= WEIGHT_KG.least && value <= WEIGHT_KG.most ? `${Math.round(value * 10) / 10}` : undefined;
/** Nobody names the unit: of 120 and 52, the first can only be 斤. */
const likelyKilograms = (value: number) => kilograms(value > 80 ? value * KG_PER_JIN : value);
const number = (match: RegExpMatchArray, group: string) => Number(match.groups?.[group]);

function metres(match: RegExpMatchArray): string | undefined {
  const whole = readNumber(match.groups?.whole ?? '');
  const rest = match.groups?.rest ?? '';
  const parts = [...rest].map((digit) => readNumber(digit));
  if (whole === undefined || parts.includes(undefined)) return undefined;
  return centimetres(whole * 100 + (parts[0] ?? 0) * 10 + (parts[1] ?? 0));
}

/** Height in centimetres and weight in kilograms. */
export const BODY_MATCHERS: readonly EntityMatcher[] = [
  {
    kind: 'height',
    pattern:
      /(?<![\d.])(?<feet>[4-7])\s?(?:'|’|′|ft\.?|feet|foot)\s?(?:(?<inches>1[01]|\d)(?:\s?(?:"|”|″|''|in\b|inch(?:es)?))?)?(?![\d%])/gi,
    value: (match) => centimetres((number(match, 'feet') * 12 + Number(match.groups?.inches ?? 0)) * CM_PER_INCH),
  },
  {
    kind: 'height',
    pattern:
      /(?<![\d.零一二三四五六七八九])(?<whole>[12一])(?:米|m|\.)(?<rest>[3-9三四五六七八九][0-9零一二三四五六七八九]?)(?:米|m)?(?![\d.元块折*×xX*]|\s?(?:米|床|宽|长|kg|斤))/gi,
    value: metres,
  },
  {
    // 165/52, 165 104斤: together they can only be a person.
    kind: 'height',
    pattern: new RegExp(
      String.raw`(?<![\d.*×/-])(?<span>(?<cm>1[3-9]\d|20\d)\s?(?:cm|厘米|公分)?)(?=${COUPLE}(?:[3-9]\d|1\d\d|2[0-4]\d)(?:\.\d)?\s?(?:kg|公斤|千克|斤|(?![\d.%元块件条年月日号号cm/*×-])))`,
      'dgi',
    ),
    value: (match) => centimetres(number(match, 'cm')),
  },
  {
    kind: 'height',
    pattern:
      /(?:身高|height|i'?m|i am|tall)\s*(?:是|is|:|about|around|大概|约)?\s*(?<span>(?<cm>1\d\d|[5-9]\d|20\d)\s?(?:cm|厘米|公分)?)(?![\d.]|\s?(?:kg|公斤|斤|lb|pound|year|岁))/dgi,
    value: (match) => centimetres(number(match, 'cm')),
  },
  {
    kind: 'height',
    pattern: /(?<![\d.*×xX/-])(?<cm>1[3-9]\d|20\d)\s?(?:cm|厘米|公分|的?身高)(?!\s?[*×xX/-]\s?\d)/gi,
    value: (match) => centimetres(number(match, 'cm')),
  },
  {
    kind: 'weight',
    pattern: /(?<![\d.])(?<kg>\d{2,3}(?:\.\d)?)\s?(?:kgs?|公斤|千克|kilos?)(?![a-z])/gi,
    value: (match) => kilograms(number(match, 'kg')),
  },
  {
    kind: 'weight',
    pattern: /(?<![\d.])(?<jin>\d{2,3}(?:\.\d)?)\s?(?:多|来)?(?:斤|jin(?![a-z]))/gi,
    value: (match) => kilograms(number(match, 'jin') * KG_PER_JIN),
  },
  {
    kind: 'weight',
    pattern: /(?<![\d.])(?<lb>\d{2,3}(?:\.\d)?)\s?(?:lbs?|pounds?)(?![a-z])/gi,
    value: (match) => kilograms(number(match, 'lb') * KG_PER_POUND),
  },
  {
    kind: 'weight',
    pattern:
      /(?:体重|體重|weight|weigh)\s*(?:是|is|:|about|around|大概|约)?\s*(?<span>(?<value>\d{2,3}(?:\.\d)?))(?![\d.])/dgi,
    value: (match) => likelyKilograms(number(match, 'value')),
  },
  {
    kind: 'weight',
    pattern: new RegExp(
      String.raw`(?<![\d.*×/-])(?:1[3-9]\d|20\d)\s?(?:cm|厘米|公分)?${COUPLE}(?<span>(?<value>[3-9]\d|1\d\d|2[0-4]\d)(?:\.\d)?)(?![\d.%元块件条年月日号cm/*×A-Za-z-])`,
      'dgi',
    ),
    value: (match) => likelyKilograms(number(match, 'value')),
  },
];
