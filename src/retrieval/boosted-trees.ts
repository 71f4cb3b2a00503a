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
export type BoostedTrees = z.output<typeof boostedTreesSchema>;

/** The margin (log-odds) of one feature vector: the base and one leaf a tree. Values at a threshold go left. */
export function treeMargin({ base, depth, trees }: BoostedTrees, features: ArrayLike<number>): number {
  let margin = base;
  for (const { features: columns, thresholds, leaves } of trees) {
    let node = 0;
    for (let level = 0; level < depth; level += 1) {
      const goesRight = columns[node] >= 0 && features[columns[node]] > thresholds[node];
      node = 2 * node + (goesRight ? 2 : 1);
    }
    margin += leaves[node - columns.length];
  }
  return margin;
}
