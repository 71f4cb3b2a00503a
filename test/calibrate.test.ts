import { describe, expect, it } from 'vitest';
import { calibrate, type ScoredText } from '../training/message/calibrate.ts';

const text = (margin: number, positive: boolean): ScoredText => ({ margin, positive });

describe('calibrate', () => {
  it('finds the odds that the margins were drawn by', () => {
    const texts = [-2, -1, 0, 1, 2].flatMap((margin) => {
      const positives = Math.round(1000 / (1 + Math.exp(-(1.5 * margin - 0.5))));
      return Array.from({ length: 1000 }, (_, at) => text(margin, at < positives));
    });
    const prior = texts.filter(({ positive }) => positive).length / texts.length;
    const { slope, offset } = calibrate(texts, prior);
    expect(slope).toBeCloseTo(1.5, 1);
    expect(offset).toBeCloseTo(-0.5, 1);
  });

  it('stays within bounds where positive and negative texts hardly overlap', () => {
    const far = [...Array(300).keys()].flatMap((at) => [text(8 + (at % 5), true), text(-12 - (at % 7), false)]);
    const { slope, offset } = calibrate([...far, text(-14, true)], 0.05);
    expect(slope).toBeGreaterThan(0);
    expect(slope).toBeLessThan(10);
    expect(Math.abs(offset)).toBeLessThan(50);
  });
});
