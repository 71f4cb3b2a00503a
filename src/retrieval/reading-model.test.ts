import { describe, expect, it, vi } from 'vitest';
import { judgeUnread, type RankedMatch, type RankedMatches } from './answer-model.ts';
import {
  ALONE_FEATURES,
  aloneFeatures,
  EITHER_FEATURES,
  eitherFeatures,
  ReadingModel,
  readReadingModel,
} from './reading-model.ts';

const match = (position: number, rankScore: number): RankedMatch => ({
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
const positions = (shown: readonly RankedMatch[]) => shown.map(({ position }) => position);
const sigmoid = (logOdds: number) => 1 / (1 + Math.exp(-logOdds));

describe('what candidates are judged by', () => {
  it('is the first judgement, what was read, and the lead', () => {
    expect(aloneFeatures(ranked(0.5, 2, 1.8), -1)).toEqual([0, -1, expect.closeTo(0.2)]);
    expect(eitherFeatures(ranked(0.5, 9, 0), -1, 4)).toEqual([0, -1, 4, 3]);
  });

  it('stays finite for an only candidate, of which the first judgement is certain', () => {
    const features = aloneFeatures(ranked(0, 2), 1);
    expect(features.every(Number.isFinite)).toBe(true);
    expect(features.slice(1)).toEqual([1, 3]);
  });
});

describe('ReadingModel', () => {
  const alone = (intercept: number) => ({ mean: [0, 0, 0], scale: [1, 2, 1], weights: [1, 2, 0], intercept });
  const either = (intercept: number) => ({
    mean: [0, 0, 0, 0],
    scale: [1, 1, 1, 1],
    weights: [1, 1, 1, 0],
    intercept,
  });
  const file = {
    features: { alone: [...ALONE_FEATURES], either: [...EITHER_FEATURES] },
    languages: { zh: { alone: alone(0), either: either(0) }, en: { alone: alone(1), either: either(1) } },
    sampleQuestions: 2,
    unsure: [0.1, 0.9] as [number, number],
    doubtful: [0.25, 0.8] as [number, number],
  };
  const model = new ReadingModel(file);
  /** Judges candidates whose readings are given in order of rank. */
  const judge = async (candidates: RankedMatches, readings: number[], withQuestions: number[] = []) => {
    const read = vi.fn(async ({ position }: RankedMatch) => readings[position]);
    const hasSampleQuestions = ({ position }: RankedMatch) => withQuestions.includes(position);
    const judgement = await model.judge(candidates, 'zh', { read, hasSampleQuestions });
    const { shown, answerProbability, together } = judgement;
    const both = together && { shown: positions(together.shown), answerProbability: together.answerProbability };
    return { shown: positions(shown), answerProbability, together: both, read: read.mock.calls.length };
  };

  it('reads nothing where the first judgement is sure', async () => {
    for (const probability of [0.05, 0.95]) {
      const found = await judge(ranked(probability, 3, 2), [9, 9]);
      expect(found).toEqual({ shown: [0], answerProbability: probability, read: 0 });
    }
    expect(await judge(ranked(0.5), [])).toEqual({ shown: [], answerProbability: 0.5, read: 0 });
  });

  it('reads the best alone where that is enough to know', async () => {
    const sure = await judge(ranked(0.5, 3, 2), [3, 9]);
    expect(sure).toEqual({ shown: [0], answerProbability: expect.closeTo(sigmoid(3)), read: 1 });
    const hopeless = await judge(ranked(0.5, 3, 2), [-2, 9]);
    expect(hopeless).toEqual({ shown: [0], answerProbability: expect.closeTo(sigmoid(-2)), read: 1 });
    expect(await judge(ranked(0.5, 3), [0.5])).toMatchObject({ shown: [0], read: 1 });
  });

  it('reads the second where the best is doubtful, and judges the two together', async () => {
    expect(await judge(ranked(0.5, 3, 2, 1), [0.5, 2])).toEqual({
      shown: [0],
      answerProbability: expect.closeTo(sigmoid(0.5)),
      together: { shown: [0, 1], answerProbability: expect.closeTo(sigmoid(2.5)) },
      read: 2,
    });
  });

  it('never takes two for less likely than the better of them', async () => {
    const found = await judge(ranked(0.5, 3, 2), [0.5, -4]);
    expect(found.together?.answerProbability).toBe(found.answerProbability);
  });

  it('shows and judges two in a close race', async () => {
    const found = await judge(ranked(0.5, 3, 2.9), [3, 1]);
    expect(found).toEqual({ shown: [0, 1], answerProbability: expect.closeTo(sigmoid(4)), read: 2 });
  });

  it('shows no second that reads much worse, in a close race either', async () => {
    expect((await judge(ranked(0.5, 3, 2, 1), [1, -2.9])).together?.shown).toEqual([0, 1]);
    expect((await judge(ranked(0.5, 3, 2, 1), [1, -3.1])).together?.shown).toEqual([0]);
    expect((await judge(ranked(0.5, 3, 2.9), [2, -2.5])).shown).toEqual([0]);
  });

  it('doubts an article less that has sample questions, and two as little as one', async () => {
    const found = await judge(ranked(0.5, 3, 2), [0, 0], [0]);
    expect(found).toEqual({ shown: [0], answerProbability: expect.closeTo(sigmoid(2)), read: 1 });
    for (const helped of [[1], [0, 1]]) {
      const together = (await judge(ranked(0.5, 3, 2.9), [-1, 0], helped)).answerProbability;
      expect(together).toBeCloseTo(sigmoid(1));
    }
  });

  it('judges each language by a model of its own', () => {
    expect(model.judgeAlone(ranked(0.5, 3, 2), 0, 'en', false)).toBeCloseTo(sigmoid(1));
  });
});

it('shows two in a close race where nothing is read', () => {
  expect(positions(judgeUnread(ranked(0.5, 3, 2.5)).shown)).toEqual([0, 1]);
  expect(positions(judgeUnread(ranked(0.5, 3, 2)).shown)).toEqual([0]);
  expect(judgeUnread(ranked(0))).toEqual({ shown: [], answerProbability: 0 });
});

it.each(['zh', 'en'] as const)('ships a model that believes its %s reader', (language) => {
  const model = readReadingModel();
  const unsure = ranked(0.5, 3, 1);
  expect(model.judgeAlone(unsure, 3, language, false)).toBeGreaterThan(0.6);
  expect(model.judgeAlone(unsure, -4, language, false)).toBeLessThan(0.4);
  expect(model.judgeEither(unsure, [-1, 3], language, false)).toBeGreaterThan(
    model.judgeEither(unsure, [-1, -3], language, false),
  );
});
