import { expect, it } from 'vitest';
import { hasHan, hasLetters, lettersOf } from './letters.ts';

it('keeps letters, characters and digits of a text', () => {
  expect(lettersOf('亲，XL 码 42 有吗？😀')).toBe('亲XL码42有吗');
  expect(lettersOf('?! 😡')).toBe('');
});

it('knows words from marks and faces', () => {
  expect(['好', 'ok', '7'].map(hasLetters)).toEqual([true, true, true]);
  expect(['', '???', '😡 …'].map(hasLetters)).toEqual([false, false, false]);
});

it('finds Chinese among other letters', () => {
  expect(['iPhone壳', 'iPhone', 'カバー'].map(hasHan)).toEqual([true, false, false]);
});
