import { expect, it } from 'vitest';
import { givenNumber } from './given-number.ts';

it.each([
  ['1001', '1001'],
  ['#1001', '1001'],
  ['20260918001', '20260918001'],
  ["no wait, it's 20260918002", '20260918002'],
  ['应该是20260918002', '20260918002'],
  ['a-20260918', 'A-20260918'],
])('finds the number in %s', (text, value) => {
  expect(givenNumber(text)).toMatchObject([{ kind: 'order_number', value }]);
});

it.each([
  '没有',
  'hello',
  'iphone15',
  'size42',
  '2pcs',
  '3days',
  '2024-10-05',
  '13812345678',
  '我有2件没收到',
  '123',
  '110101199003070038',
  '不对，是6222021234567890128',
  'in 3 to 5 days',
  '退款100元怎么还没到',
])('finds none in %s', (text) => {
  expect(givenNumber(text)).toEqual([]);
});
