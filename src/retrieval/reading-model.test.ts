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
const named = (features: readonly number[]) =>
  Object.fromEntries(READING_FEATURES.map((name, at) => [name, features[at]]));

describe('readingFeatures', () => {
  it('goes by the best of two articles that would both be shown', () => {
    expect(named(readingFeatures(ranked(0.5, 2, 1.8), [-1, 3]))).toMatchObject({ first: -1, second: 3, shown: 3 });
  });

  it('goes by the first alone where only it would be shown', () => {
    expect(named(readingFeatures(ranked(0.5, 2, 0), [-1, 3]))).toMatchObject({ shown: -1, higher: 3, lead: 2 });
  });

  it('describes an only candidate', () => {
    const features = readingFeatures(ranked(0, 2), [1]);
    expect(features.every(Number.isFinite)).toBe(true);
    expect(named(features)).toMatchObject({ first: 1, shown: 1 });
  });
});

describe('ReadingModel', () => {
  const model = new ReadingModel({
    features: [...READING_FEATURES],
    mean: [0, 0, 0, 0, 0, 0],
    scale: [1, 1, 1, 1, 1, 1],
    weights: [1, 1, 0, 0, 0, 0],
    intercept: 0,
    unsure: [0.1, 0.9],
  });

  it('reads two candidates where the first judgement is unsure, and none where it is sure', () => {
    expect(model.worthReading(ranked(0.5, 3, 2, 1)).map(({ position }) => position)).toEqual([0, 1]);
    expect(model.worthReading(ranked(0.05, 3, 2, 1))).toEqual([]);
    expect(model.worthReading(ranked(0.95, 3, 2, 1))).toEqual([]);
  });

  it('adds what was read to the first judgement', () => {
    expect(model.judge(ranked(0.5, 3, 2), [0, 0])).toBeCloseTo(0.5);
    expect(model.judge(ranked(0.5, 3, 2), [2, 0])).toBeCloseTo(1 / (1 + Math.exp(-2)));
  });
});

it('ships a model that believes its reader', () => {
  const model = readReadingModel();
  const unsure = ranked(0.5, 3, 1);
  expect(model.judge(unsure, [3, -3])).toBeGreaterThan(0.6);
  expect(model.judge(unsure, [-4, -4])).toBeLessThan(0.4);
});
