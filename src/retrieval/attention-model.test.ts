import { describe, expect, it } from 'vitest';
import { AttentionModel, readAttentionModel } from './attention-model.ts';
import { readTokenSpace } from './token-space.ts';

const base64 = (numbers: readonly number[]) => Buffer.from(Float32Array.from(numbers).buffer).toString('base64');
const zeros = (count: number) => new Array<number>(count).fill(0);
const one = (count: number, at: number) => zeros(count).with(at, 1);

/** Two dimensions; says the similarity of the worst matched token, which a passage raises by holding that token. */
function worstMatch(): AttentionModel {
  const inputs = 10;
  return new AttentionModel({
    space: 'test',
    dimensions: 2,
    temperature: 10,
    parameters: {
      'align.weight': base64([1, 0, 0, 1]),
      'pool.weight': base64([0, 0, 0]),
      'compare1.weight': base64(zeros(inputs)),
      'compare1.bias': base64([0]),
      'compare2.weight': base64([0]),
      'compare2.bias': base64([0]),
      // Pooled: compared (1), highest compared (1), mean, worst and weighed similarity.
      'judge1.weight': base64(one(5, 3)),
      'judge1.bias': base64([0]),
      'judge2.weight': base64([2]),
      'judge2.bias': base64([0.5]),
    },
  });
}

describe('AttentionModel', () => {
  const question = { tokens: Float32Array.from([1, 0, 0, 1]), tokenWeights: Float32Array.from([1, 1]) };

  it('scores a passage by what it holds nearest to each token of the question', () => {
    const model = worstMatch();
    const read = model.read(question);
    expect(model.score(read, Float32Array.from([1, 0]))).toBeCloseTo(0.5);
    expect(model.score(read, Float32Array.from([1, 0, 0.8, 0.6]))).toBeCloseTo(2 * 0.6 + 0.5);
    expect(model.score(read, Float32Array.from([1, 0, 0, 1]))).toBeCloseTo(2.5);
  });

  it('gives the same score again, whatever was scored between', () => {
    const model = readAttentionModel('zh');
    const { dimensions } = readTokenSpace('zh');
    const tokens = Float32Array.from({ length: 3 * dimensions }, (_, at) => Math.sin(at * at) / 7);
    const read = model.read({ tokens, tokenWeights: Float32Array.from([1, 2, 3]) });
    const first = model.score(read, tokens);
    model.score(
      read,
      tokens.map((value) => -value),
    );
    expect(model.score(read, tokens)).toBe(first);
  });

  it.each(['zh', 'en'] as const)('of %s is trained in the token space it is shipped with', (language) => {
    expect(readAttentionModel(language).space).toBe(readTokenSpace(language).fingerprint);
  });

  it('names a parameter that is missing', () => {
    expect(() => new AttentionModel({ space: 'test', dimensions: 2, temperature: 1, parameters: {} })).toThrow(
      'align.weight',
    );
  });
});
