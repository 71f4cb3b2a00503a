import type { EntityMatcher } from './entity-matcher.ts';
import { NUMBER, readNumber } from './read-number.ts';

/** Yuan with at most two decimals, or `USD 12.5`: sums in another currency are never converted. */
function sum(written: string, currency: '' | 'USD ' | 'EUR ' | 'GBP ' = ''): string | undefined {
  const number = readNumber(written);
  return number === undefined ? undefined : `${currency}${Math.round(number * 100) / 100}`;
}
const BY_SIGN = { '¥': '', '￥': '', $: 'USD ', '€': 'EUR ', '£': 'GBP ' } as const;

/** Sums of money. */
export const MONEY_MATCHERS: readonly EntityMatcher[] = [
  {
    kind: 'amount',
    pattern: /(?<sign>[¥￥$€£])\s?(?<sum>\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,8}(?:\.\d{1,2})?)(?!\d)/g,
    value: ({ groups }) => sum(groups?.sum ?? '', BY_SIGN[groups?.sign as keyof typeof BY_SIGN]),
  },
  {
    // 九块九 and 9块9: the digit behind counts tenths.
    kind: 'amount',
    pattern: new RegExp(
      String.raw`(?<![\d.])(?<yuan>${NUMBER})(?:块|塊)(?<jiao>[1-9一二三四五六七八九])(?![\d个件条号])毛?`,
      'g',
    ),
    value: ({ groups }) => {
      const yuan = readNumber(groups?.yuan ?? '');
      const jiao = readNumber(groups?.jiao ?? '');
      return yuan === undefined || jiao === undefined ? undefined : `${yuan + jiao / 10}`;
    },
  },
  {
    kind: 'amount',
    pattern: new RegExp(
      String.raw`(?<![\d.])(?<sum>${NUMBER})\s?(?:元|块钱|块(?!儿)|塊錢|塊|(?:rmb|cny|yuan|bucks)(?![a-z]))`,
      'gi',
    ),
    value: ({ groups }) => sum(groups?.sum ?? ''),
  },
  {
    kind: 'amount',
    pattern: new RegExp(String.raw`(?<![\d.])(?<sum>${NUMBER})\s?(?:usd|us dollars?|dollars?)(?![a-z])`, 'gi'),
    value: ({ groups }) => sum(groups?.sum ?? '', 'USD '),
  },
];
