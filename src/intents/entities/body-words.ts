import { readNumber } from './read-number.ts';

// Sources of regular expressions that height and weight share.

/** Between the word for a measure and its number. */
export const ABOUT = String.raw`(?:\s?(?:是|为|在|有|大概|大约|差不多|约|只有|才|就|is|of|:|about|around|roughly|\()){0,3}\s?`;
/** Between somebody's height and weight. */
export const COUPLE = String.raw`(?:\s*[/,，、\-—+]\s*|\s+|[,，\s]*(?:体重|體重)[:\s]?|\s*and\s*)`;
/** Centimetres. */
export const CM = '(?:cm|厘米|公分)';
/** A grown-up's height in centimetres, where no word says that it is one. */
export const PLAIN_HEIGHT = String.raw`(?:1[3-9]\d|20\d)`;
/** A height in metres: 1米65, 一米七. */
export const METRES = '[12一](?:米|m)[3-9三四五六七八九][0-9零一二三四五六七八九]?';
/** A weight in 斤, in numerals. */
export const CHINESE_WEIGHT =
  '一百[零一二三四五六七八九]?[一二三四五六七八九]?十?[一二三四五六七八九]?|[四五六七八九]十[一二三四五六七八九]?';
/** A weight in kilograms or 斤, where only the height in front says that it is one. */
export const PLAIN_WEIGHT = String.raw`(?:(?:[3-9]\d|1\d\d|2[0-4]\d)(?:\.\d)?|${CHINESE_WEIGHT})`;
/** Behind a number without a unit: it counts nothing. */
export const NOT_COUNTED = String.raw`(?![\d.%元块件条年月日号cm/*×A-Za-z十百-])`;
/** Kilograms. */
export const KG_UNIT = '(?:kgs?(?![a-z])|公斤|千克|kilos?(?![a-z]))';
/** 斤, half a kilogram each. */
export const JIN_UNIT = '(?:斤|jin(?![a-z]))';
/** Pounds. */
export const LB_UNIT = '(?:lbs?(?![a-z])|pounds?(?![a-z]))';

/** The number in a group of a match; 0 when it holds none. */
export function numberIn({ groups }: RegExpMatchArray, group: string): number {
  return readNumber(groups?.[group] ?? '') ?? 0;
}

/** What people measure: a number outside is the length of a curtain or the weight of a parcel. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** The rounded value; undefined when it is out of range. */
export function within(value: number, { least, most }: Range, decimals: number): string | undefined {
  return value >= least && value <= most ? `${Math.round(value * 10 ** decimals) / 10 ** decimals}` : undefined;
}
