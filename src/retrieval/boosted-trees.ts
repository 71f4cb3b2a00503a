import { z } from 'zod';

const tree = z.object({
  /** Feature and threshold of each inner node, in heap order; a node with feature -1 sends everything left. */
  features: z.array(z.number().int()),
  thresholds: z.array(z.number()),
  /** Added to the margin, one a leaf from left to right. */
  leaves: z.array(z.number()),
});

/** Plain form of an ensemble of complete binary trees of equal depth. */
export const boostedTreesSchema = z.object({
  base: z.number(),
  depth: z.number().int().positive(),
  trees: z.array(tree),
});
/** An ensemble as it stands in a weights file. */
export type BoostedTrees = z.output<typeof boostedTreesSchema>;

/** The margin (log-odds) of one feature vector: the base and one leaf a tree. Values at a threshold go left. */
export function treeMargin({ base, trees }: BoostedTrees, features: ArrayLike<number>): number {
  return trees.reduce((margin, each) => margin + leafOf(each, features), base);
}

/** The leaf a feature vector falls into. */
export function leafOf(
  { features, thresholds, leaves }: BoostedTrees['trees'][number],
  row: ArrayLike<number>,
): number {
  let node = 0;
  while (node < features.length) {
    node = 2 * node + (features[node] >= 0 && row[features[node]] > thresholds[node] ? 2 : 1);
  }
  return leaves[node - features.length];
}
