import { describe, expect, it } from 'vitest';
import { type BoostedTrees, treeMargin } from './boosted-trees.ts';

/** Depth two: the first feature decides at 0, then the second at 10 on the right side only. */
const TREES: BoostedTrees = {
  base: 1,
  depth: 2,
  trees: [
    { features: [0, -1, 1], thresholds: [0, 0, 10], leaves: [0.1, 99, 0.2, 0.4] },
    { features: [-1, -1, -1], thresholds: [0, 0, 0], leaves: [0.5, 99, 99, 99] },
  ],
};

describe('treeMargin', () => {
  it.each([
    ['left at the threshold', [0, 50], 1.6],
    ['right, then left', [1, 10], 1.7],
    ['right, then right', [1, 11], 1.9],
  ])('goes %s', (_, features, margin) => {
    expect(treeMargin(TREES, features)).toBeCloseTo(margin);
  });
});
