import { describe, expect, it } from 'vitest';
import { answeringSections, likeliestSentence, sectionOdds } from './section-choice.ts';

const signs = (...nearness: number[]) => nearness.map((value) => ({ nearness: value, attention: 0 }));

describe('sectionOdds', () => {
  it('is a probability, higher for what is nearer or answers more likely', () => {
    const odds = sectionOdds([
      { nearness: 0.5, attention: -2 },
      { nearness: 0.5, attention: 1 },
      { nearness: 0.7, attention: 1 },
    ]);
    expect(odds.reduce((sum, value) => sum + value)).toBeCloseTo(1, 6);
    expect(odds[2]).toBeGreaterThan(odds[1]);
    expect(odds[1]).toBeGreaterThan(odds[0]);
  });
});

describe('answeringSections', () => {
  it('takes the likeliest alone where it stands out', () => {
    expect(answeringSections(signs(0.2, 0.9, 0.3))).toEqual([1]);
  });

  it('takes more, the likeliest first, where several may answer', () => {
    expect(answeringSections(signs(0.2, 0.62, 0.6))).toEqual([1, 2]);
    expect(answeringSections(signs(0.5, 0.51, 0.49))).toEqual([1, 0, 2]);
  });

  it('takes as many as it is told to be sure of', () => {
    expect(answeringSections(signs(0.2, 0.62, 0.6), 0.5)).toEqual([1]);
  });

  it('has nothing to choose from in an article without sections', () => {
    expect(answeringSections([])).toEqual([]);
  });
});

describe('likeliestSentence', () => {
  it('is the best sentence of the likeliest section', () => {
    const sections = signs(0.2, 0.9, 0.3).map((each, at) => ({ ...each, sentence: 10 * at }));
    expect(likeliestSentence(sections)).toBe(10);
    expect(likeliestSentence([])).toBe(-1);
  });
});
