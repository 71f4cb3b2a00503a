import { COUNTERS } from './counters.ts';
import type { EntityMatcher } from './entity-matcher.ts';
import { CURRENCY_NAMES } from './money-matchers.ts';

/** A number of a parcel or a return, not of an order: 快递单号, 退货单号. */
const COURIER = '快递|快遞|物流|运|運|面|跟踪|追踪|寄件|取件|退货|退貨|退款|售后|寄回';
/** What says that a number follows: 订单号, order no., order #. */
const NUMBER_LABEL = [
  String.raw`(?:订单|訂單)\s?(?:编号|编码|号码|号|編號|號碼|號|id(?![a-z]))`,
  `(?<receipt>(?<!${COURIER}|订|訂)(?:单号|單號))`,
  String.raw`(?<![\w-])orders?[\s-]*(?:numbers?|num|no\.?|nr\.?|id|code|ref(?:erence)?)(?![a-z])`,
  String.raw`(?:订单|訂單|(?<![\w-])orders?)\s*(?:是|is|was|:)?\s*#`,
].join('|');
/** Of somebody who buys: how many, not which one. *A change to order 14254* is none. */
const VERB = String.raw`\b(?:i|we|you|they|can|could|will|would|should|must|may|might|please|not|n't|'ll|'d|just|let'?s|wanna|gonna|(?:want|wanted|like|need|plan|planning|going|trying|looking|wish|hope|able|how|have|possible|happy|ready|love|intend) to)\s+`;
/** An order, of which what follows may be the number. */
const ORDER = String.raw`(?:订单|訂單|(?<!${VERB})(?<![\w-])orders?(?![a-z]))`;
const BETWEEN = String.raw`(?:\s?(?:是|为|為|is|was|'s|[:=#([【"“「–—-])){0,4}\s?`;
const ENDS = String.raw`(?![A-Za-z0-9*]|[-_.]\d|[-_][A-Za-z]|@)`;
/** Codes with letters, digits and dashes. */
const CODE = '[A-Z0-9]{1,24}(?:[-_][A-Z0-9]{1,24}){0,5}';
/** A few letters at most in front of digits: without a word for the number, iphone15 may be what was ordered. */
const DIGITS = String.raw`[A-Z]{0,4}[-_]?\d{1,20}(?:[-_]\d{1,20}){0,4}`;

/** Behind a short number: it counts or measures. Long ones are followed by anything: 订单12345678元旦前能到吗. */
const COUNTS = new RegExp(
  String.raw`^\s?(?!只[到有是剩发收能要])(?:元(?!旦)|(?:${CURRENCY_NAMES})(?![a-z旦])|年|个|個|${COUNTERS}|片|颗|粒|朵|笔|次|天(?!天)|人|斤|公斤|克|折|积分|多(?![久少长])|万|千|百|以[上下内]|左右|起|减|[%+]|(?:of (?:the|these|those|them|this|your|each)|units?|pieces?|pcs|pairs?|sets?|boxes|bottles?|packs?|pounds?|kg|lbs?|cm|days?|hours?)(?![a-z]))`,
  'i',
);
const SHORT = 7;
/** Digits of a number that is written in groups: 1234 of 1234 5678 9012 is not the number. */
const GROUP = 4;
const DATE = /^(?:19|20)\d\d[-_]\d{1,2}(?:[-_]\d{1,2})?$/;
const YEAR = /^(?:19[5-9]|20[0-3])\d$/;
/** 100-200, 11-03. */
const RANGE = /^\d{1,4}[-_]\d{1,4}$/;

/** The number as the shop writes it; undefined for a date, for a short one that counts or measures, and for the first group of a longer one. */
function orderNumber(match: RegExpMatchArray, least: number): string | undefined {
  const [start, end] = match.indices?.groups?.span ?? [0, 0];
  const written = match.input?.slice(start, end) ?? '';
  const digits = written.replace(/\D/g, '').length;
  if (digits < least || DATE.test(written)) return undefined;
  const rest = match.input?.slice(end) ?? '';
  if ((digits <= SHORT && COUNTS.test(rest)) || (digits <= GROUP && /^\s\d{3,6}(?!\d)/.test(rest))) return undefined;
  return written.toUpperCase();
}

/** Between two numbers of a list: 1001和1002, #1001 and #1002. */
const LISTED = String.raw`(?:\s?(?:和|跟|与|與|及|以及|还有|還有|、|，|,|\/|&|\+|(?<![a-z])(?:and|or)(?![a-z]))){1,2}\s?#?`;

/** 单号 may be a courier's as well; nine to fourteen digits behind it are. */
function isCourierLike(receipt: string | undefined, span: string): boolean {
  return receipt !== undefined && /^\d{9,14}$/.test(span);
}

/** How many digits a number behind the word for an order has at least: 订单是1999 tells a price. */
function leastDigits(between: string): number {
  return /是|为|為|is|was/i.test(between) ? 5 : 4;
}

/** A day or a mobile telephone, which may be as long as the order's number. */
const DAY_OR_TELEPHONE = /^(?:20\d{6}|1[3-9]\d{9})$/;
/** Behind a number that is listed by a comma alone: else 90210 of *order 10023, 90210 is my zip* were one. */
const GOES_ON = /^\s?(?:$|[,，、。.?？!！;；\n]|和|跟|and\b|&|到|发|都|也|的|呢|have\b|are\b|still\b|haven)/i;

/** Whether two numbers have the same digits, letters and dashes in the same places, so that one may be listed behind the other. */
function isAlike(one: string, other: string): boolean {
  const shape = (text: string) => text.replace(/\d/g, '0').replace(/[a-z]/gi, 'a');
  return shape(one) === shape(other);
}

/** Order numbers that a word or a sign in front gives away. */
export const ORDER_NUMBER_MATCHERS: readonly EntityMatcher[] = [
  {
    kind: 'order_number',
    pattern: new RegExp(`(?:${NUMBER_LABEL})${BETWEEN}(?<span>${CODE})${ENDS}`, 'dgi'),
    value: (match) => {
      const { receipt, span = '' } = match.groups ?? {};
      return isCourierLike(receipt, span) ? undefined : orderNumber(match, 3);
    },
  },
  {
    kind: 'order_number',
    pattern: new RegExp(`${ORDER}(?<between>${BETWEEN})(?<span>${DIGITS})${ENDS}`, 'dgi'),
    value: (match) => {
      const { between = '', span = '' } = match.groups ?? {};
      if (YEAR.test(span) || RANGE.test(span)) return undefined;
      return orderNumber(match, leastDigits(between));
    },
  },
  {
    // The others of a list: 1002 of 订单1001和1002.
    kind: 'order_number',
    pattern: new RegExp(
      `(?<=(?:(?<label>${NUMBER_LABEL})|${ORDER})(?<between>${BETWEEN})(?<first>${DIGITS})(?:${LISTED}${DIGITS}){0,4}(?<joint>${LISTED}))(?<span>${DIGITS})${ENDS}`,
      'dgi',
    ),
    value: (match) => {
      const { label, receipt, between = '', first = '', joint = '', span = '' } = match.groups ?? {};
      if (isCourierLike(receipt, span) || !isAlike(first, span)) return undefined;
      if (YEAR.test(span) || DAY_OR_TELEPHONE.test(span)) return undefined;
      const rest = match.input?.slice((match.indices?.groups?.span ?? [0, 0])[1]) ?? '';
      if (/^\s?[,，]\s?$/.test(joint) && !GOES_ON.test(rest)) return undefined;
      return orderNumber(match, label ? 3 : leastDigits(between));
    },
  },
  {
    // A bare #1001 opens the message or follows what one does with orders; #302 is a shade, room #1204 an address.
    kind: 'order_number',
    pattern: new RegExp(
      String.raw`(?<=^\s{0,5}|[\n,，。]\s{0,5}|(?:查|查下|查一下|我的|取消|退)\s?|\b(?:of|for|on|about|is|my|cancel|return|track|refund|where's|re:?)\s)#(?<span>[A-Z]{0,3}\d{4,12})(?!#)${ENDS}`,
      'dgi',
    ),
    value: (match) => (YEAR.test(match.groups?.span ?? '') ? undefined : orderNumber(match, 4)),
  },
  {
    // Amazon and Pinduoduo: nothing else is written so.
    kind: 'order_number',
    pattern: /(?<![\w*-])(?:\d{3}-\d{7}-\d{7}|\d{6}-\d{15})(?![\w*-])/g,
    value: ([written]) => written,
  },
];
