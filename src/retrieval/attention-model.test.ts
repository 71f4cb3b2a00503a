import { describe, expect, it } from 'vitest';
import { worstMatchAttention } from '../../test/fakes/attention-model.ts';
import { AttentionModel, readAttentionModel } from './attention-model.ts';
import { readTokenSpace } from './token-space.ts';

describe('AttentionModel', () => {
  const question = { tokens: Float32Array.from([1, 0, 0, 1]), tokenWeights: Float32Array.from([1, 1]) };

  it('scores a passage by what it holds nearest to each token of the question', () => {
    const model = worstMatchAttention();
    const read = model.read(question);
    expect(model.score(read, Float32Array.from([1, 0]))).toBeCloseTo(0.5);
    expect(model.score(read, Float32Array.from([1, 0, 0.8, 0.6]))).toBeCloseTo(2 * 0.6 + 0.5);
    expect(model.score(read, Float32Array.from([1, 0, 0, 1]))).toBeCloseTo(2.5);
  });

  it('gives the same score again, whatever was scored between', () => {
    const model = readAttentionModel('zh', 'attention');
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
    for (const purpose of ['attention', 'sameness'] as const) {
      expect(readAttentionModel(language, purpose).space).toBe(readTokenSpace(language).fingerprint);
    }
  });

  it('names a parameter that is missing', () => {
    expect(() => new AttentionModel({ space: 'test', dimensions: 2, temperature: 1, parameters: {} })).toThrow(
      'align.weight',
    );
  });
});
