import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PastTurn } from '../domain/conversation.ts';
import { repeatsQuestion, trigramSimilarity } from './repeats-question.ts';

const CALM = { label: 'neutral', score: 0, signals: [] } as const;
const turn = (text: string, action: PastTurn['action']): PastTurn => ({
  text,
  action,
  reply: '',
  intents: [],
  sentiment: CALM,
  citations: [],
  at: 0,
});

it('hears the same words in other punctuation and script', () => {
  expect(repeatsQuestion([turn('這件會縮水嗎', 'refuse')], '这件会缩水吗？？')).toBe(true);
  expect(repeatsQuestion([turn('Does it shrink', 'clarify')], 'does it shrink??')).toBe(true);
  expect(repeatsQuestion([turn('这件会缩水吗', 'refuse')], '运费险怎么赔')).toBe(false);
});

it('takes another number for another question', () => {
  expect(repeatsQuestion([turn('26011880001000', 'clarify')], '260118800010001002')).toBe(false);
  const asked = ['订单260118800010001002到哪了', '订单260118800010001003到哪了'].map((text) => turn(text, 'lookup'));
  expect(repeatsQuestion(asked, '订单260118800010001006到哪了')).toBe(false);
  expect(repeatsQuestion([asked[0], asked[0]], asked[0].text)).toBe(true);
});

it('lets greetings and marks be repeated', () => {
  expect(repeatsQuestion([turn('在吗', 'clarify'), turn('在吗', 'clarify')], '在吗')).toBe(false);
  expect(repeatsQuestion([turn('？？？', 'clarify'), turn('？？？', 'refuse')], '？？？')).toBe(false);
  expect(repeatsQuestion([turn('hello there', 'smalltalk'), turn('hello there', 'smalltalk')], 'hello there')).toBe(
    false,
  );
});

it('measures likeness symmetrically between 0 and 1', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
      const likeness = trigramSimilarity(one, other);
      expect(likeness).toBe(trigramSimilarity(other, one));
      expect(likeness).toBeGreaterThanOrEqual(0);
      expect(likeness).toBeLessThanOrEqual(1);
      expect(trigramSimilarity(one, one)).toBe(1);
    }),
  );
});
