import { describe, expect, it } from 'vitest';
import type { RankedMatches } from './answer-model.ts';
import { READING_FEATURES, ReadingModel, readingFeatures, readReadingModel } from './reading-model.ts';

const match = (position: number, rankScore: number) => ({
  position,
  rankScore,
  features: new Float64Array(),
  bestSection: 0,
  bestSentence: 0,
});
const ranked = (answerProbability: number, ...scores: number[]): RankedMatches => ({
  answerProbability,
  matches: scores.map((score, position) => match(position, score)),
});

describe('readingFeatures', () => {
  it('tells a close race, in which two articles are shown, from a clear lead', () => {
    expect(readingFeatures(ranked(0.5, 2, 1.8), -1)).toEqual([0, -1, expect.closeTo(0.2), 1]);
    expect(readingFeatures(ranked(0.5, 9, 0), -1)).toEqual([0, -1, 3, 0]);
  });

  it('describes an only candidate, of which the first judgement is certain', () => {
    const features = readingFeatures(ranked(0, 2), 1);
    expect(features.every(Number.isFinite)).toBe(true);
    expect(features.slice(1)).toEqual([1, 3, 0]);
  });
});

describe('ReadingModel', () => {
  const model = new ReadingModel({
    features: [...READING_FEATURES],
    languages: {
      zh: { mean: [0, 0, 0, 0], scale: [1, 2, 1, 1], weights: [1, 1, 0, 0], intercept: 0 },
      en: { mean: [0, 0, 0, 0], scale: [1, 1, 1, 1], weights: [1, 1, 0, 0], intercept: 1 },
    },
    sampleQuestions: 2,
    unsure: [0.1, 0.9],
  });

  it('reads the best candidate where the first judgement is unsure, and none where it is sure', () => {
    expect(model.worthReading(ranked(0.5, 3, 2, 1))?.position).toBe(0);
    expect(model.worthReading(ranked(0.05, 3, 2, 1))).toBeUndefined();
    expect(model.worthReading(ranked(0.95, 3, 2, 1))).toBeUndefined();
    expect(model.worthReading(ranked(0.5))).toBeUndefined();
  });

  it('adds what was read to the first judgement', () => {
    expect(model.judge(ranked(0.5, 3, 2), 0, 'zh', false)).toBeCloseTo(0.5);
    expect(model.judge(ranked(0.5, 3, 2), 4, 'zh', false)).toBeCloseTo(1 / (1 + Math.exp(-2)));
    expect(model.judge(ranked(0.5, 3, 2), 0, 'en', false)).toBeCloseTo(1 / (1 + Math.exp(-1)));
  });

  it('doubts an article less that has sample questions', () => {
    expect(model.judge(ranked(0.5, 3, 2), 0, 'zh', true)).toBeCloseTo(1 / (1 + Math.exp(-2)));
  });
});

it.each(['zh', 'en'] as const)('ships a model that believes its %s reader', (language) => {
  const model = readReadingModel();
  const unsure = ranked(0.5, 3, 1);
  expect(model.judge(unsure, 3, language, false)).toBeGreaterThan(0.6);
  expect(model.judge(unsure, -4, language, false)).toBeLessThan(0.4);
});
