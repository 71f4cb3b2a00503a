import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replyChunks } from './reply-chunks.ts';

describe('replyChunks', () => {
  it.each<[string, string[]]>([
    ['可以。七天内都行!', ['可以。', '七天内都行!']],
    [
      "Hand wash cold, dry flat. Don't tumble dry or hang. Ask us.",
      ['Hand wash cold, dry flat. ', "Don't tumble dry or hang. ", 'Ask us.'],
    ],
    ['签收后7天内可退；定制的不退。', ['签收后7天内可退；', '定制的不退。']],
    ['“可以吗？”可以。\n\n还有呢？', ['“可以吗？”', '可以。\n\n', '还有呢？']],
  ])('gives a sentence each: %j', (reply, chunks) => {
    expect(replyChunks(reply)).toEqual(chunks);
  });

  it.each<[string, string[]]>([
    [
      '【七天无理由退货怎么申请？】\n先打开订单。\n再点退货。',
      ['【七天无理由退货怎么申请？】\n先打开订单。\n', '再点退货。'],
    ],
    ['怎么申请\n打开订单。\n\n要多久\n三天。', ['怎么申请\n打开订单。\n\n', '要多久\n三天。']],
    ['How to return\n\nOpen the order.', ['How to return\n\nOpen the order.']],
  ])('leaves a title with what it stands over: %j', (reply, chunks) => {
    expect(replyChunks(reply)).toEqual(chunks);
  });

  it.each<[string, string[]]>([
    ['Sizes:\n- S: 36\n- M: 38\n\nAsk us.', ['Sizes:\n- S: 36\n- M: 38\n\n', 'Ask us.']],
    ['1. Open the order.\n2. Tap Return.', ['1. Open the order.\n', '2. Tap Return.']],
    ['1. 打开“我的订单”\n2. 选“退货”\n\n要 3.5 元。', ['1. 打开“我的订单”\n2. 选“退货”\n\n', '要 3.5 元。']],
  ])('keeps a list together and its marks in place: %j', (reply, chunks) => {
    expect(replyChunks(reply)).toEqual(chunks);
  });

  it('does not cut a row of a table', () => {
    expect(replyChunks('| 1。 | 2 |\n| 3。 | 4 |\n\n以上。')).toEqual(['| 1。 | 2 |\n| 3。 | 4 |\n\n', '以上。']);
  });

  it('does not cut an address', () => {
    expect(replyChunks('See https://shop.example/a.html?order=1;x=2 for more. Bye.')).toEqual([
      'See https://shop.example/a.html?order=1;x=2 for more. ',
      'Bye.',
    ]);
  });

  it('loses and adds nothing', () => {
    expect(replyChunks('')).toEqual([]);
    const text = fc.array(fc.constantFrom(...'。！？.?!;；\n\n\n 【】1.-*aB退“”\r\u2029😀'), { maxLength: 40 });
    fc.assert(
      fc.property(
        fc.oneof(
          text.map((all) => all.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (reply) => {
          const chunks = replyChunks(reply);
          expect(chunks.join('')).toBe(reply);
          // What is said is never alone with space.
          if (reply.trim() !== '') expect(chunks.every((chunk) => chunk.trim() !== '')).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
