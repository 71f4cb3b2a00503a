import fc from 'fast-check';
import { expect, it } from 'vitest';
import { areaUnderCurve } from './area-under-curve.ts';

it('is the share of pairs in the right order, ties counting half', () => {
  const rows = fc.array(fc.record({ score: fc.integer({ min: 0, max: 9 }), angry: fc.boolean() }), { maxLength: 40 });
  fc.assert(
    fc.property(rows, (texts) => {
      const pairs = texts
        .filter((text) => text.angry)
        .flatMap((a) => texts.filter((text) => !text.angry).map((b) => (Math.sign(a.score - b.score) + 1) / 2));
      const expected = pairs.length === 0 ? 0.5 : pairs.reduce((sum, win) => sum + win, 0) / pairs.length;
      const [scores, labels] = [texts.map(({ score }) => score), texts.map(({ angry }) => angry)];
      expect(areaUnderCurve(scores, labels)).toBeCloseTo(expected, 10);
    }),
  );
});
