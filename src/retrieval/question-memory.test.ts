import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { QuestionMemory, type QuestionMemoryFile, readQuestionMemory } from './question-memory.ts';

const WIDTH = 8;
const unit = (at: number) => Int8Array.from({ length: WIDTH }, (_, index) => (index === at ? 100 : 0));
const rows = (...places: number[]) => Int8Array.from(places.flatMap((at) => [...unit(at)]));
const vector = (...values: number[]) => Float32Array.from({ length: WIDTH }, (_, at) => values[at] ?? 0);

/** Two shops: one answered 0 with an article like 2 and could not answer 1; the other answered 1 with an article like 3. */
const file: QuestionMemoryFile = {
  model: 'test',
  dimensions: WIDTH,
  width: WIDTH,
  shops: [
    { name: 'first', articles: 1, answered: 1, unanswered: 1 },
    { name: 'second', articles: 1, answered: 1, unanswered: 0 },
  ],
  scale: 0.01,
};
const memory = new QuestionMemory(file, {
  means: { message: vector(), title: vector(), text: vector() },
  axes: Float32Array.from({ length: WIDTH * WIDTH }, (_, at) => (at % (WIDTH + 1) === 0 ? 1 : 0)),
  messages: rows(0, 1, 1),
  titles: rows(2, 3),
  texts: rows(3, 2),
  answers: Uint16Array.of(0, 1),
});
/** Of the first four numbers; all others are nothing. */
const shares = (values: Float32Array) => Array.from(values.subarray(0, 4), (value) => Number(value.toFixed(3)));

describe('QuestionMemory', () => {
  it('recalls what the nearest messages were answered with', () => {
    const { gist, nearest } = memory.recall(vector(1, 0));
    expect(nearest).toBeCloseTo(1);
    expect(shares(gist.title)).toEqual([0, 0, 1, 0]);
    expect(shares(gist.text)).toEqual([0, 0, 0, 1]);
  });

  it('is of two minds between messages that are equally near', () => {
    expect(shares(memory.recall(vector(1, 1)).gist.title)).toEqual([0, 0, 0.5, 0.5]);
  });

  it('knows which share of such messages nobody could answer', () => {
    expect(memory.recall(vector(1, 0)).unanswered).toBeCloseTo(0);
    expect(memory.recall(vector(0, 1)).unanswered).toBeCloseTo(0.5);
    expect(memory.recall(vector(1, 1)).unanswered).toBeCloseTo(1 / 3);
  });

  it('forgets a shop when asked to, answered and unanswered messages alike', () => {
    const withoutFirst = memory.recall(vector(0, 1), 'first');
    expect(shares(withoutFirst.gist.title)).toEqual([0, 0, 0, 1]);
    expect(withoutFirst.unanswered).toBe(0);
    const withoutSecond = memory.recall(vector(0, 1), 'second');
    expect(shares(withoutSecond.gist.title)).toEqual([0, 0, 1, 0]);
    expect(withoutSecond.nearest).toBeCloseTo(0);
  });
});

describe('readQuestionMemory', () => {
  it.each(['zh', 'en'] as const)('reads the %s memory of the embedder it was made with, and no other', (language) => {
    const { model, dimensions, width } = JSON.parse(readFileSync(`weights/${language}-memory.json`, 'utf8'));
    const { gist } = readQuestionMemory(language, model)?.recall(new Float32Array(dimensions).fill(0.1)) ?? {};
    expect(gist?.title).toHaveLength(width);
    expect(gist?.title.every(Number.isFinite)).toBe(true);
    expect(readQuestionMemory(language, `${model}-other`)).toBeUndefined();
  });
});
