import { expect, it } from 'vitest';
import { lengthOf } from './length-of.ts';

it('counts characters of Chinese and words of English', () => {
  expect(lengthOf('包邮吗', 'zh')).toBe(3);
  expect(lengthOf(' is it  free ', 'en')).toBe(3);
  expect(lengthOf(' ', 'en')).toBe(0);
});
