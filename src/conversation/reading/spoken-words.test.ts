import { expect, it } from 'vitest';
import { isWordless, spokenWords } from './spoken-words.ts';

it.each([
  'SF1234567890123',
  '260118800010001002',
  '[image]',
  'XXL',
  'https://shop.example/a?b=1',
  '12 - 34',
  'M please',
  'L吧',
])('hears no words in %s', (text) => {
  expect(isWordless(text)).toBe(true);
});

it.each([
  '退',
  'no',
  '12315',
  '315',
  '[转人工]',
  'https://m.tb.cn/h.abc我要转人工',
  '？？',
  '😡',
  '订单260118800010001002到哪了',
  'SF1234567890123 where is it',
  "I'm mad",
  'please',
  '要L码还是M',
  '',
])('hears something in %s', (text) => {
  expect(isWordless(text)).toBe(false);
});

it('leaves the words around a code', () => {
  expect(spokenWords('订单YM-DJ01到哪了')).toBe('订单 到哪了');
});

it('leaves what is written straight behind a link', () => {
  expect(spokenWords('https://a.cn/x这件衣服什么时候发货')).toBe(' 这件衣服什么时候发货');
});

it('takes no longer than a long message takes to read', () => {
  const started = performance.now();
  isWordless('-'.repeat(80_000));
  expect(performance.now() - started).toBeLessThan(500);
});
