import type { EntityMatcher } from './entity-matcher.ts';

/** What is measured and is nobody's body. */
const THING =
  '(?:大|小|加厚)?(?:床|被子?|褥|窗|帘|簾|桌|柜|櫃|沙发|地毯|地垫|垫|毯|箱|包裹|行李|背包|快递|货|米(?!\\d)|面粉|狗粮|猫粮|猫砂|哑铃|杠铃|壶铃|绳|线|杆|管|板|布|镜|架|椅|凳|浴巾|毛巾)';
const ENGLISH_THING =
  '(?:luggage|suitcase|case|bags?|backpack|parcels?|packages?|box(?:es)?|dumbbells?|kettlebells?|weights|beds?|tables?|desks?|curtains?|rugs?|sofas?|shelf|shelves|cables?|cords?|ropes?|hoses?|ladders?|trees?|dogs?|limit|allowance)';
/** Whose measure it is: 我130斤椅子能坐吗 tells a weight. */
const OF_SOMEBODY = '(?:身高|体重|體重|我|[他她]|宝宝|孩子|娃)(?:是|有|才|约|大概|差不多|净身高|今年)*\\s?';
const LENGTH = '(?:cm|厘米|公分|米|m(?![a-z]))';
const WEIGHT = '(?:kgs?(?![a-z])|公斤|千克|斤|lbs?(?![a-z])|pounds?(?![a-z]))';
const INCHES = String.raw`(?:'|ft\.?|feet|foot)`;

/** Measures of things, before those of people are looked for. */
const MEASURES: readonly RegExp[] = [
  // 1.8米的床, 1米8床单, 30kg行李箱.
  new RegExp(
    String.raw`(?<![\d.])(?<!${OF_SOMEBODY})(?:\d{1,3}(?:\.\d{1,2})?|[一两二三])\s?(?:${LENGTH}(?:[1-9一二三四五六七八九](?!\d))?|${WEIGHT})\s?(?:长|宽|高|重)?\s?的?(?:${THING}|长(?![得大高])|宽|乘)`,
    'gi',
  ),
  // 包裹50斤, 长150cm, 胸围108.
  new RegExp(
    String.raw`(?:包裹|行李箱?|快递|箱子?|床|桌子?|窗帘|地毯|[净毛承限载]重|重量|长度?|宽度?|高度|围|肩宽)\s?(?:是|有|为|:|大概|约|总共|一共|才|超过){0,2}\s?\d{1,3}(?:\.\d+)?\s?(?:${LENGTH}|${WEIGHT})`,
    'gi',
  ),
  new RegExp(
    String.raw`(?<![\d.])\d{1,3}(?:\.\d+)?[\s-]?(?:cm|m|kgs?|kilos?|lbs?|pounds?|${INCHES})[\s-](?:(?:of|long|wide|deep|tall|high|heavy) )?(?:checked |wooden |dining |double |single )?${ENGLISH_THING}(?![a-z])`,
    'gi',
  ),
  new RegExp(
    String.raw`\b${ENGLISH_THING} (?:(?:is|are|was|weighs?|of|about|around|over) ){0,3}\d{1,3}(?:\.\d+)?\s?(?:cm|kgs?|kilos?|lbs?|pounds?)(?![a-z])`,
    'gi',
  ),
  /(?<![\d.])\d{1,3}(?:\.\d+)?\s?(?:%|miles?(?![a-z])|km(?![a-z])|(?:'|ft|feet|foot)\s(?:away|apart|long|wide|deep)(?![a-z]))/gi,
];

/** Names that hold the word for a colour or the number of a day, and 一块, which is together or a piece unless 钱 follows. */
const NAMES: readonly RegExp[] = [
  /绿色(?:通道|食品|环保|包装|出行)|黑色星期[五5]|白色污染|白色家电|[1-9一二五七]号(?:干|充电)?电池|一[块塊](?![钱錢\d一二三四五六七八九])/g,
  /(?<![a-z])(?:orange(?: juice| peel| flavou?r(?:ed)?)|green (?:tea|light|energy|channel)|black friday|white (?:noise|label|paper|glove)|(?:gold|silver) (?:members?(?:hip)?|card|tier|vip|status)|red (?:packet|envelope|cross|flag|light)|yellow pages|mint condition|coffee (?:table|mugs?|cups?|beans?|machine|maker|stains?|shop)|olive oil)(?![a-z])/gi,
];

/** What only looks like an entity: a span that one of these takes is closed to the others, and is not reported. */
export const LOOKALIKE_MATCHERS: readonly EntityMatcher[] = [...MEASURES, ...NAMES].map((pattern) => ({
  kind: undefined,
  pattern,
  value: ([written]) => written,
}));
