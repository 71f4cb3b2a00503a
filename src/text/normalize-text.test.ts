import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeText } from './normalize-text.ts';

describe('normalizeText', () => {
  it.each([
    ['退貨運費險怎麼弄', '退货运费险怎么弄'],
    ['ＩＰｈｏｎｅ１２', 'iphone12'],
    ['  多久\u200b 到  ', '多久 到'],
    ['好的/:065', '好的'],
    ['在么？', '在么?'],
    ['老幺', '老幺'],
  ])('%s becomes %s', (raw, normal) => {
    expect(normalizeText(raw)).toBe(normal);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = normalizeText(text);
        expect(normalizeText(once)).toBe(once);
      }),
    );
  });
});
