import { foldText } from '../text/fold-text.ts';
import { readEntities } from './entities.ts';

/** A part of a message that says where somebody lives or how to reach them, not what they want. */
interface Span {
  readonly start: number;
  readonly end: number;
}

const HAN = '\\p{Script=Han}';
/** A character of a name of a place or company: not one of the words that lead to it. 成都 is a town. */
const NAMED = `(?:(?![到为是在至往址寄送发改换给头称我]|成(?!都))${HAN})`;
/** Where an address may begin: at the front, after a mark, or after a word that leads to one. */
const BEGINS = /(?<=^|[^\p{L}\p{N}]|到|成|为|是|在|至|往|址|去|寄|送|发)(?=\p{L}|\d)/gu;
const PROVINCE =
  '(?:北京|天津|上海|重庆)市?|(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海)省?|(?:内蒙古|广西壮族|广西|西藏|宁夏回族|宁夏|新疆维吾尔|新疆)(?:自治区)?|香港|澳门|台湾省?';
/** Units of an address, the first that fits is taken; none of them is more than a dozen characters, so reading is linear. */
const UNITS: readonly (readonly [level: Level, unit: RegExp])[] = [
  ['region', new RegExp(PROVINCE, 'uy')],
  ['region', new RegExp(`${NAMED}{2,7}?(?:自治州|地区|新区|市|区|县|旗)`, 'uy')],
  [
    'street',
    new RegExp(
      `${NAMED}{1,8}?(?:街道|大道|路|大街|街|巷|胡同|镇|乡|村|小区|花园|苑|广场|大厦|公寓|家园|社区|园区|工业园|大学|学校|学院|宿舍|医院)(?![路街道巷]|小区)`,
      'uy',
    ),
  ],
  [
    'number',
    /(?:[0-9A-Z]{1,5}(?:-[0-9]{1,4})?|[一二三四五六七八九十]{1,3})(?:号楼|号院|号|栋|幢|楼|单元|室|座|层|弄|户|房)|[东南西北]门(?!口)|(?<=[号栋幢楼元座层弄])[0-9]{3,4}(?![0-9])/iuy,
  ],
];
type Level = 'region' | 'street' | 'number';
const GAP = /[ ,，、]{0,2}/uy;

const ENGLISH_ADDRESS =
  /(?<![\w-])\d{1,5}[A-Za-z]? (?:(?!(?:in|of|on|at|for|from|the|days?|way|pairs?|pcs|items?) )[A-Za-z][A-Za-z'.]{1,15} ){1,3}(?:[Ss]treet|[Rr]oad|[Aa]venue|[Bb]oulevard|[Ll]ane|[Ss]t|[Rr]d|[Aa]ve|[Bb]lvd|Ln|Dr|Drive|Ct|Court|Square|Place|Way|Close|Terrace)\b\.?(?:,? (?:apt|Apt|flat|Flat|unit|Unit|suite|Suite|room|Room)\.? ?[A-Za-z0-9]{1,5})?(?:,? [A-Z][a-z]{2,15}){0,3}(?:,? [A-Z]{2}(?![A-Za-z0-9]))?(?:,? (?:\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2})(?![\dA-Za-z]))?/gu;
/** Numbers that name a tax payer: after the word for it any, elsewhere the eighteen signs of a Chinese one that holds letters. */
const TAX_NUMBER =
  /(?<=(?:税号|识别号|信用代码|[Tt]ax (?:number|no\.?|id|ID)|TIN|VAT)\s{0,2}(?:是|为|is|:|：)?\s{0,2})[0-9A-Z]{15,20}(?![0-9A-Za-z])|(?<![0-9A-Za-z])9[0-9A-Z]{0,16}[A-Z][0-9A-Z]{0,16}(?<=(?<![0-9A-Za-z])[0-9A-Z]{18})(?![0-9A-Za-z])/giu;
const COMPANY = new RegExp(`${NAMED}{2,20}?(?:有限责任公司|有限公司|股份公司)`, 'gu');
const SURNAMES =
  '[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤]|欧阳|司马|上官|诸葛';
/** A name that is called so. */
const CALLED_NAME = new RegExp(
  `(?<=(?:收件人|收货人|联系人|姓名|名字)\\s{0,2}(?:是|为|叫|改成|改为|换成)?[:：]?\\s{0,2})${HAN}{2,4}(?![${HAN}])`,
  'gu',
);
/** What may be a name, where it stands right beside an address or a number; 毛衣 and 金色 begin with surnames, too. */
const NAME = new RegExp(
  `(?<!${HAN})(?:${SURNAMES})(?!谢|便|兴|全)${HAN}{1,2}(?<![吗呢吧了啊呀])(?:收)?(?!${HAN})`,
  'gu',
);

/**
 * A message without addresses, telephone and tax numbers, e-mail addresses, names of companies and the names beside them: what
 * somebody wants is left (改到浙江省杭州市西湖区文三路100号 13812345678 张三 leaves 改到). May be empty; the message itself when it
 * holds none. For search and for telling topics apart, never for showing. Pure.
 */
export function withoutContactData(text: string): string {
  const folded = foldText(text);
  const spans: Span[] = [
    ...readEntities(text).filter(({ kind }) => kind === 'phone' || kind === 'email'),
    ...matches(folded, TAX_NUMBER),
    ...matches(folded, COMPANY),
    ...matches(folded, ENGLISH_ADDRESS),
  ];
  spans.push(...addresses(folded, spans.length > 0));
  if (spans.length === 0) return text;
  const isBeside = ({ start, end }: Span) =>
    spans.some((span) => isGap(folded, end, span.start) || isGap(folded, span.end, start));
  spans.push(...matches(folded, CALLED_NAME), ...matches(folded, NAME).filter(isBeside));
  const kept = text.split('');
  for (const { start, end } of spans) kept.fill(' ', start, end);
  return kept.join('').replace(/\s+/g, ' ').trim();
}

/** Whether nothing but marks and the words for a number stands between two places. */
function isGap(text: string, from: number, to: number): boolean {
  return from <= to && to - from <= 8 && /^(?:[\s,，、。:：()（）]|电话|手机号?|收)*$/u.test(text.slice(from, to));
}

function matches(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
}

/**
 * Chinese addresses: units that follow one another down to a street or a house. 寄到浙江省杭州市 names a place and asks about it,
 * unless a telephone number stands in the message as well.
 */
function addresses(text: string, hasOthers: boolean): Span[] {
  const found: Span[] = [];
  // A chain that does not count holds none that does, and reading it again from each of its marks would take the square of its length.
  let read = 0;
  for (const { index: start } of text.matchAll(BEGINS)) {
    if (start < read) continue;
    const { end, levels } = readUnits(text, start);
    read = end;
    const isExact = levels.some((level) => level !== 'region') || hasOthers;
    if (levels.length >= 2 && isExact) found.push({ start, end });
  }
  return found;
}

function readUnits(text: string, start: number): { end: number; levels: Level[] } {
  const levels: Level[] = [];
  let end = start;
  for (let at = start; at < text.length; ) {
    const from = levels.length > 0 ? at + lengthAt(text, at, GAP) : at;
    const [level, length] = UNITS.map(([each, unit]) => [each, lengthAt(text, from, unit)] as const).find(
      ([, found]) => found > 0,
    ) ?? ['number', 0];
    if (length === 0) break;
    levels.push(level);
    end = from + length;
    at = end;
  }
  return { end, levels };
}

function lengthAt(text: string, at: number, sticky: RegExp): number {
  sticky.lastIndex = at;
  return sticky.exec(text)?.[0].length ?? 0;
}
