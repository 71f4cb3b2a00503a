import { describe, expect, it } from 'vitest';
import { EDGE, PairModel } from './pair-model.ts';

const model = new PairModel();
model.add('运费谁出,运费多少');
model.add('退货');

describe('PairModel', () => {
  it('counts pairs, but none across a comma', () => {
    expect(model.count('运', '费')).toBe(2);
    expect(model.count('出', '运')).toBe(0);
    expect(model.count('出', EDGE)).toBe(1);
  });

  it('finds likelier what it has seen, and nothing impossible', () => {
    expect(model.score(['运', '费'])).toBeGreaterThan(model.score(['运', '货']));
    expect(model.score(['运', '货'])).toBeGreaterThan(model.score(['运', '鲸']));
    expect(model.score(['鲸', '鱼'])).toBeGreaterThan(Number.NEGATIVE_INFINITY);
  });

  it('spreads all chances over the characters there may be', () => {
    const seen = [...'运费谁出多少退货', EDGE].map((character) => 2 ** model.score(['费', character]));
    const total = seen.reduce((sum, chance) => sum + chance, 0);
    expect(total).toBeLessThan(1);
    expect(total).toBeGreaterThan(0.3);
  });
});
