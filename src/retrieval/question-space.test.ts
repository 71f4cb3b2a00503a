import { describe, expect, it } from 'vitest';
import { QuestionSpace } from './question-space.ts';

const base64 = (numbers: readonly number[]) => Buffer.from(Float32Array.from(numbers).buffer).toString('base64');

/** Finds the second axis and adds it twice more: what differs there counts three times. */
const space = new QuestionSpace({
  ...{ model: 'plane', dimensions: 2, rank: 1 },
  inwards: base64([0, 1]),
  outwards: base64([0, 2]),
});

describe('QuestionSpace', () => {
  it('stretches what it looks for and keeps unit length', () => {
    const [first, second] = space.project(Float32Array.from([0.8, 0.6]));
    expect(second / first).toBeCloseTo((3 * 0.6) / 0.8, 5);
    expect(Math.hypot(first, second)).toBeCloseTo(1, 5);
  });

  it('leaves its input alone', () => {
    const sentence = Float32Array.from([0.6, 0.8]);
    space.project(sentence);
    expect(sentence).toEqual(Float32Array.from([0.6, 0.8]));
  });

  it('refuses weights of another size', () => {
    const file = { model: 'plane', dimensions: 2, rank: 2, inwards: base64([0, 1]), outwards: base64([0, 2]) };
    expect(() => new QuestionSpace(file)).toThrow('2 numbers instead of 4');
  });
});
