import { isBankCard } from './bank-card.ts';
import { isChineseId } from './chinese-id.ts';

/** What must not leave the shop, or stay in a log. */
export type PersonalDataKind = 'phone' | 'email' | 'wechat' | 'qq' | 'id' | 'card' | 'address';

/** How one kind is found in folded text, and what is left of it. */
export interface PersonalDataPattern {
  readonly kind: PersonalDataKind;
  /** With the flags `dg`; the group `span` is what is masked, or all of the match. */
  readonly pattern: RegExp;
  /** The masked span; undefined when it is something else after all. */
  mask(span: string): string | undefined;
}

const digitsOf = (text: string) => text.replace(/\D/g, '');
const stars = () => '***';
const last4 = (span: string) => `***${digitsOf(span).slice(-4)}`;
/** 138****8000, as everybody in China writes it. */
const mobile = (span: string) => {
  const digits = digitsOf(span).slice(-11);
  return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
};

// A number is looked at whole: part of a longer one, or of a code such as SF1380..., is something else.
const BEFORE = String.raw`(?<![\dA-Za-z_*]|[\dA-Za-z][-.])`;
const AFTER = String.raw`(?![\dA-Za-z_*]|[-.]\d)`;
const IS = String.raw`\s*(?:是|为|：|:|=|is|-|\s)*\s*`;
const NUMBER = String.raw`\d(?:[\s-]?\d)`;

const SPOKEN_NUMBER = String.raw`\+?(?:\d{7,15}|\d{3}[\s-]\d{4}[\s-]\d{4}|\d{3}[\s-]\d{8}|0\d{2,3}[\s-]\d{7,8}|\(?\d{3}\)?[\s-]\d{3}[\s-]\d{4})`;
const isMobile = (span: string) => /^(?:0{0,2}86)?1[3-9]\d{9}$/.test(digitsOf(span));

const pattern = (source: string, flags = '') => new RegExp(source, `dg${flags}`);

/** What a word in front says it is. These come first: the word decides, whatever the check digits say. */
const NAMED: readonly PersonalDataPattern[] = [
  {
    kind: 'id',
    pattern: pattern(
      String.raw`(?:身份证件?|身份證|证件)(?:号码?|號碼?)?${IS}(?<span>${NUMBER}{13,16}[\dXx])(?![\dA-Za-z*])`,
    ),
    mask: stars,
  },
  {
    kind: 'id',
    pattern: pattern(
      String.raw`(?:护照|護照|港澳通行证|passport)(?:号码?|no\.?|number)?${IS}(?<span>[A-Z]{1,2}\d{7,8})`,
      'i',
    ),
    mask: stars,
  },
  {
    kind: 'card',
    pattern: pattern(
      String.raw`(?:银行卡|信用卡|储蓄卡|借记卡|卡号|銀行卡|卡號|card(?:\s*(?:no\.?|number))?)(?:号码?|號)?${IS}(?<span>${NUMBER}{11,18})(?![\dA-Za-z*])`,
      'i',
    ),
    mask: last4,
  },
  {
    kind: 'qq',
    pattern: pattern(String.raw`(?<![A-Za-z])qq(?:号码?|號)?${IS}(?<span>[1-9]\d{4,10})(?![\d*])`, 'i'),
    mask: stars,
  },
  {
    // With a mark or 号 in between anything is an id; after a mere space it must look like one: "wechat payment".
    kind: 'wechat',
    pattern: pattern(
      String.raw`(?:微信|微訊|(?<![A-Za-z])(?:we\s?chat|wx|vx|weixin)|[vV薇威]信)(?:\s*(?:号码?|號|id|ID)\s*(?:是|为|is)?\s*[:：=]?|\s*(?:[:：=]|是|为))\s*(?<span>[A-Za-z][\w-]{5,19}|[1-9]\d{4,10})(?![\w*])`,
      'i',
    ),
    mask: stars,
  },
  {
    kind: 'wechat',
    pattern: pattern(
      String.raw`(?:微信|加我?[vV]|(?<![A-Za-z])(?:we\s?chat|wx|vx|weixin)|[vV薇威]信)\s*(?:is\s+)?(?<span>(?=[a-z_-]*[\d_])[A-Za-z][\w-]{5,19})(?![\w*])`,
      'i',
    ),
    mask: stars,
  },
  {
    kind: 'phone',
    pattern: pattern(
      String.raw`(?:手机|电话|手機|電話|联系方式|座机|call me (?:at|on)|(?<![A-Za-z])(?:tel|phone|mobile|cell|whatsapp)(?![A-Za-z]))(?:号码?|號碼?|\s*(?:no\.?|number))?${IS}(?<span>${SPOKEN_NUMBER})(?![\dA-Za-z*])`,
      'i',
    ),
    mask: (span) => (isMobile(span) ? mobile(span) : last4(span)),
  },
  {
    kind: 'phone',
    pattern: pattern(
      String.raw`(?:加我?[vV]|(?<![A-Za-z])(?:wx|vx|wechat|tel|mob|phone))[\s.:]*(?<span>1[3-9]\d{9})(?!\d)`,
      'i',
    ),
    mask: mobile,
  },
];

/** Tried first: a part of an address must not be taken for something else, such as the id in amy@vx2026.com. */
const EMAIL: readonly PersonalDataPattern[] = [
  {
    kind: 'email',
    pattern: pattern(String.raw`(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,62}){1,4}`),
    mask: () => '***@***',
  },
];

/** What its own shape gives away. */
const SHAPED: readonly PersonalDataPattern[] = [
  {
    kind: 'id',
    pattern: pattern(String.raw`${BEFORE}\d{6}[\s-]?\d{8}[\s-]?\d{3}[\dXx](?![\dA-Za-z_*])`),
    mask: (span) => (isChineseId(span.replace(/[\s-]/g, '')) ? '***' : undefined),
  },
  {
    kind: 'card',
    pattern: pattern(
      String.raw`${BEFORE}(?:\d{15,19}|\d{4}(?:[\s-]\d{4}){3}(?:[\s-]?\d{1,3})?|\d{4}[\s-]\d{6}[\s-]\d{5})${AFTER}`,
    ),
    mask: (span) => (isBankCard(digitsOf(span)) ? last4(span) : undefined),
  },
  {
    kind: 'phone',
    pattern: pattern(
      String.raw`${BEFORE}(?:(?:\+|00)?86[\s-]?)?(?:1\s[3-9](?:\s\d){9}|1[3-9](?:\d{9}|\d[\s-]\d{4}[\s-]?\d{4}|\d{5}[\s-]\d{4}|\d[\s-]\d{3}[\s-]\d{5}|\d{2}[\s-]\d{3}[\s-]\d{4}))${AFTER}`,
    ),
    mask: mobile,
  },
  {
    // Abroad, with the country in front; landlines, with the area; North America.
    kind: 'phone',
    pattern: pattern(
      String.raw`(?<![\w+*])\+\d{1,3}[\s.-]?(?:\(?\d{1,4}\)?[\s.-]?){1,4}\d{2,4}${AFTER}|${BEFORE}\(?0\d{2,3}\)?[\s-]\d{7,8}(?:-\d{1,5})?${AFTER}|${BEFORE}(?:\(\d{3}\)\s?|(?!800|400)[2-9]\d{2}[-.\s])[2-9]\d{2}[-.]\d{4}${AFTER}`,
    ),
    mask: (span) => (digitsOf(span).length >= 8 ? last4(span) : undefined),
  },
];

// Words that stand in front of a road's name and are no part of it.
const NAME = String.raw`[^\P{Script=Han}省市区县镇乡到在寄是址住的了我给发改成换为往送请把这那]`;
const NUMERAL = String.raw`(?:\d{1,5}(?:-\d{1,4})?|[一二三四五六七八九十百零〇]{1,5})`;
const UNIT = '(?:号楼|号院|号|號|弄|栋|棟|幢|座|单元|單元|室|层|楼|户|房)';
const PLACE = '(?:大道|大街|路|(?<!逛)街|(?<!知)道|巷|弄|胡同|村|小区|社区|花园|新村|家园|公寓|大厦|广场|苑|屯)';

/** A street with its number, and everything after it down to the room; what lies above it stays. */
const ADDRESSES: readonly PersonalDataPattern[] = [
  {
    kind: 'address',
    pattern: pattern(
      String.raw`${NAME}{1,8}${PLACE}(?:[东南西北中]段|${NAME}{2,8}${PLACE})?\s?${NUMERAL}${UNIT}(?:[\s,，]?(?:${NAME}{0,10}${PLACE})?\s?[A-Za-z]?${NUMERAL}${UNIT}|-\d{1,4})*(?:[A-Za-z]?\d{1,4}(?:-\d{1,4}){1,3}|[A-Za-z]?\d{3,4}(?![\d件个条双套元块.]))?`,
      'u',
    ),
    mask: stars,
  },
  {
    kind: 'address',
    pattern: pattern(
      String.raw`(?<![\w.$€£¥])\d{1,5}[A-Za-z]?\s(?:[NSEW]\.?\s)?(?:(?!The\b|A\b|My\b)[A-Z][\w'.]*\s){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Way|Place|Pl|Terrace|Close|Crescent|Square)\b\.?(?:,?\s(?:Apt|Unit|Suite|Flat|#)\.?\s?\w{1,6})?`,
    ),
    mask: stars,
  },
  {
    kind: 'address',
    pattern: pattern(
      String.raw`(?<![\w.$€£¥])\d{1,5}\s(?:(?!the|a|an|my|this|that|of|off|down|per|in|on|to|and|days?|miles?|km|items?|pairs?|pcs)[a-z]+\s){1,2}(?:street|avenue|road|lane|drive|boulevard)\b(?:,?\s(?:apt|unit|suite|flat|#)\.?\s?\w{1,6})?`,
    ),
    mask: stars,
  },
  {
    kind: 'address',
    pattern: pattern(
      String.raw`\b(?:A[LKZR]|C[AOT]|D[EC]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY])\s(?<span>\d{5}(?:-\d{4})?)\b`,
    ),
    mask: stars,
  },
];

/** In the order in which they are looked for; what is found first is not looked at again. */
export const PERSONAL_DATA: readonly PersonalDataPattern[] = [...EMAIL, ...NAMED, ...SHAPED, ...ADDRESSES];

/** Right in front of a number: then it is the shop's own, and an agent needs it. */
export const OWN_NUMBER = pattern(
  String.raw`(?:订单(?:编?号|号码)?|訂單(?:編?號)?|单号|單號|运单号?|快递单?号|物流单?号|面单号?|货号|款号|商品编码|(?<![A-Za-z])(?:order|tracking|awb|sku|item|invoice|model)\s*(?:no\.?|number|num|id|code)?)\s*(?:是|为|is|：|:|=|#|\s)*\s*(?<span>[A-Za-z]{0,4}\d(?:[\s-]?\d){4,29})`,
  'i',
);
