import { describe, expect, it } from 'vitest';
import { nearDuplicates } from './near-duplicates.ts';

const placed = (...texts: string[]) => texts.map((text, index) => ({ text, place: `file:${index + 1}` }));
const training = placed('退款多久到账', 'how long does a refund take', '👌', '一件毛衣在家用热水洗了以后缩水了怎么办');

describe('nearDuplicates', () => {
  it.each([
    ['punctuation, particles and politeness', '亲，请问退款多久到账呀？'],
    ['width and case', 'HOW LONG does a refund take!!'],
    ['a changed word in a long text', '一件毛衣在家用热水洗了以后缩水了咋办'],
  ])('finds a copy despite %s', (_name, text) => {
    expect(nearDuplicates(placed(text), training)).toHaveLength(1);
  });

  it.each(['钱几天能退回来', 'when will my money come back', '？', '羊毛衫能不能机洗'])(
    'lets a text of its own pass: %s',
    (text) => {
      expect(nearDuplicates(placed(text), training)).toEqual([]);
    },
  );

  it('lists the closest training text with its place', () => {
    const [found] = nearDuplicates(placed('退款多久到账呢'), placed('退款多久到账号', '退款多久到账'));
    expect(found).toMatchObject({ training: { place: 'file:2' }, similarity: 1 });
  });
});
