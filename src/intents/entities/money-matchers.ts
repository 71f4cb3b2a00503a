import { COUNTERS } from './counters.ts';
import type { EntityMatcher } from './entity-matcher.ts';
import { NUMBER, readNumber } from './read-number.ts';

/** Currencies by their ISO 4217 codes, as they are written behind a sum. Yuan need none. */
const CURRENCIES: Readonly<Record<string, string>> = {
  '': '元|块钱|块(?!儿)|塊錢|塊|rmb|cny|yuan|bucks',
  USD: 'usd|us dollars?|dollars?|美元|美金|美刀|\\$',
  EUR: 'euros?|eur|欧元|歐元|€',
  GBP: 'gbp|quid|pounds sterling|英镑|英鎊|£',
  HKD: 'hkd|港币|港幣|港元|港纸',
  TWD: 'twd|ntd|台币|台幣|新台币|新台幣',
  AUD: 'aud|澳元|澳币',
  CAD: 'cad|加元|加币',
  SGD: 'sgd|新加坡元|新币',
  JPY: 'jpy|yen|日元|日圆',
  KRW: 'krw|韩元|韓元',
};
/** The names of all, with `$`, `€` and `£`: the source of a regular expression. */
export const CURRENCY_NAMES = Object.values(CURRENCIES).join('|');
const CODE_OF = Object.entries(CURRENCIES).map(([code, names]) => [code, new RegExp(`^(?:${names})$`, 'i')] as const);
/** Whose dollar it is: HK$200 are no US dollars. */
const DOLLARS: Readonly<Record<string, string>> = {
  ...{ '': 'USD', US: 'USD', HK: 'HKD', NT: 'TWD', A: 'AUD', AU: 'AUD', C: 'CAD', CA: 'CAD', S: 'SGD', SG: 'SGD' },
  ...{ NZ: 'NZD' },
};
const SIGNS: Readonly<Record<string, string>> = { '¥': '', '￥': '', '€': 'EUR', '£': 'GBP' };
const CODES = 'USD|EUR|GBP|HKD|TWD|AUD|CAD|SGD|NZD|JPY|RMB|CNY';
const SUM = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,8}(?:\.\d{1,2})?`;
const THOUSANDS: Readonly<Record<string, number>> = { 千: 1_000, k: 1_000, 万: 10_000, 萬: 10_000, w: 10_000 };

/** Yuan with at most two decimals, or `USD 12.5`: sums in another currency are never converted. */
function sum(number: number | undefined, currency = ''): string | undefined {
  return number === undefined ? undefined : `${currency && `${currency} `}${Math.round(number * 100) / 100}`;
}

function beforeSum({ groups }: RegExpMatchArray): string | undefined {
  const { sign = '', dollar = '', code } = groups ?? {};
  const number = readNumber(groups?.sum ?? '');
  if (code) return sum(number, code.toUpperCase().replace(/^(?:RMB|CNY)$/, ''));
  return sum(number, sign === '$' ? DOLLARS[dollar.toUpperCase()] : SIGNS[sign]);
}

function behindSum({ groups }: RegExpMatchArray): string | undefined {
  const number = readNumber(groups?.sum ?? '');
  const currency = CODE_OF.find(([, names]) => names.test(groups?.currency ?? ''))?.[0];
  return sum(number && number * (THOUSANDS[groups?.thousand?.toLowerCase() ?? ''] ?? 1), currency);
}

/** Sums of money. */
export const MONEY_MATCHERS: readonly EntityMatcher[] = [
  {
    kind: 'amount',
    pattern: new RegExp(
      String.raw`(?:(?<![a-z])(?<dollar>US|HK|NT|AU?|CA?|SG?|NZ)?(?<sign>[¥￥$€£])|(?<![a-z])(?<code>${CODES}))\s?(?<sum>${SUM})(?!\d)`,
      'gi',
    ),
    value: beforeSum,
  },
  {
    // 九块九 and 9块9: the digit behind counts tenths, unless it counts pieces: 十块一双.
    kind: 'amount',
    pattern: new RegExp(
      String.raw`(?<![\d.])(?<yuan>${NUMBER})(?:块|塊)(?<jiao>[1-9一二三四五六七八九])(?!\s?(?:[\d个個号斤米次天年月位人晚起]|公斤|${COUNTERS}))毛?`,
      'g',
    ),
    value: ({ groups }) => {
      const [yuan, jiao] = [readNumber(groups?.yuan ?? ''), readNumber(groups?.jiao ?? '')];
      return yuan === undefined || jiao === undefined ? undefined : `${yuan + jiao / 10}`;
    },
  },
  {
    kind: 'amount',
    pattern: /(?<![\d.零一二三四五六七八九十百])(?<jiao>[1-9一二两三四五六七八九])毛(?:钱|錢|(?=$|[\s,，。!?都也]))/g,
    value: ({ groups }) => {
      const jiao = readNumber(groups?.jiao ?? '');
      return jiao === undefined ? undefined : `${jiao / 10}`;
    },
  },
  {
    kind: 'amount',
    pattern: new RegExp(
      String.raw`(?<![\d.])(?<sum>${NUMBER})\s?(?<thousand>[千kw万萬])?多?\s?(?<currency>${Object.values(CURRENCIES).join('|')})(?![a-z])`,
      'gi',
    ),
    value: behindSum,
  },
];
