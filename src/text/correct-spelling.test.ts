import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chatMeaning } from './chat-spelling.ts';
import { correctSpelling, slipsBetween } from './correct-spelling.ts';

const WORDS = new Map([
  ['shipping', 9],
  ['refund', 5],
  ['colours', 2],
  ['exchange', 3],
]);
const unknown = () => false;

describe('correctSpelling', () => {
  it.each([
    ['how much is shiping', 'how much is shipping'],
    ['wen wil my refnd come', 'when wil my refund come'],
    ['excahnge for a bigger one', 'exchange for a bigger one'],
    ['refund', 'refund'],
  ])('%s becomes %s', (typed, meant) => {
    expect(correctSpelling(typed, WORDS, unknown)).toBe(meant);
  });

  it.each([
    ['i cant pay', "i can't pay"],
    ['it wont fit', "it won't fit"],
    ['wich one', 'which one'],
    ["you mustn't and needn’t", "you mustn't and needn’t"],
  ])('never turns %s into what the shop sells', (typed, meant) => {
    const words = new Map(['can', 'want', 'must', 'need', 'with', 'want'].map((word) => [word, 9]));
    expect(correctSpelling(typed, words, unknown)).toBe(meant);
  });

  it('leaves words alone that the model knows', () => {
    expect(correctSpelling('refuns', WORDS, (word) => word === 'refuns')).toBe('refuns');
  });

  it('never touches numbers, and changes nothing without words but the forms of chats', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const isChat = (text.match(/[a-z]+/g) ?? []).some((word) => chatMeaning(word) !== undefined);
        if (!isChat) expect(correctSpelling(text, new Map(), unknown)).toBe(text);
      }),
    );
    expect(correctSpelling('260118800010001002', WORDS, unknown)).toBe('260118800010001002');
  });
});

describe('slipsBetween', () => {
  it('counts a swap of neighbours once', () => {
    expect(slipsBetween('excahnge', 'exchange', 2)).toBe(1);
  });

  it('is symmetric and zero only for equal words', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(slipsBetween(one, other, 9)).toBe(slipsBetween(other, one, 9));
        expect(slipsBetween(one, other, 9) === 0).toBe(one === other);
      }),
    );
  });
});
