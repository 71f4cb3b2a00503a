import { seededRandom } from '../src/intents/seeded-random.ts';
import { type BoostedTrees, leafOf } from '../src/retrieval/boosted-trees.ts';
import type { Example } from './logistic-regression.ts';

/** Chosen on the written demo messages and by leaving whole shops out; results move little around them. */
const TREES = 250;
const DEPTH = 4;
const LEARNING_RATE = 0.05;
const ROWS_A_TREE = 0.6;
const FEATURES_A_SPLIT = 0.3;
const SMALLEST_LEAF = 10;
const BINS = 64;
const SMOOTHING = 1;

/**
 * Gradient boosting of the logistic loss with Newton leaves and histogram splits (Friedman 2001; Chen and Guestrin
 * 2016). The same examples and seed give the same trees.
 */
export function fitBoostedTrees(examples: readonly Example[], seed = 1): BoostedTrees {
  const random = seededRandom(seed);
  const columns = binColumns(examples);
  const positives = examples.reduce((sum, { label, weight }) => sum + label * weight, 0);
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const base = Math.log(positives / (total - positives));
  const margins = new Float64Array(examples.length).fill(base);
  const trees: BoostedTrees['trees'] = [];
  for (let round = 0; round < TREES; round += 1) {
    const gradients = examples.map(({ label, weight }, row) => {
      const probability = 1 / (1 + Math.exp(-margins[row]));
      return { slope: weight * (label - probability), curvature: weight * probability * (1 - probability) };
    });
    const rows = examples.flatMap((_, row) => (random() < ROWS_A_TREE ? [row] : []));
    const tree = growTree(columns, gradients, rows, random);
    trees.push(tree);
    examples.forEach(({ features }, row) => {
      margins[row] += leafOf(tree, features);
    });
  }
  return { base, depth: DEPTH, trees };
}

interface Column {
  readonly bins: Uint8Array;
  /** Upper edge of each bin but the last. */
  readonly edges: readonly number[];
}

interface Gradient {
  readonly slope: number;
  readonly curvature: number;
}

interface Split {
  readonly gain: number;
  readonly feature: number;
  readonly bin: number;
}

function binColumns(examples: readonly Example[]): Column[] {
  return Array.from({ length: examples[0].features.length }, (_, feature) => {
    const values = examples.map(({ features }) => features[feature]);
    const sorted = values.toSorted((a, b) => a - b);
    const quantiles = Array.from(
      { length: BINS - 1 },
      (__, bin) => sorted[Math.floor(((bin + 1) * sorted.length) / BINS)],
    );
    const edges = [...new Set(quantiles)];
    const bins = Uint8Array.from(values, (value) => {
      const bin = edges.findIndex((edge) => value <= edge);
      return bin < 0 ? edges.length : bin;
    });
    return { bins, edges };
  });
}

function growTree(
  columns: readonly Column[],
  gradients: readonly Gradient[],
  rows: readonly number[],
  random: () => number,
): BoostedTrees['trees'][number] {
  const inner = 2 ** DEPTH - 1;
  const features: number[] = new Array(inner).fill(-1);
  const thresholds: number[] = new Array(inner).fill(0);
  const groups: number[][] = [[...rows]];
  for (let node = 0; node < inner; node += 1) {
    const members = groups[node] ?? [];
    const split = bestSplit(columns, gradients, members, random);
    if (!split) {
      groups[2 * node + 1] = members;
      groups[2 * node + 2] = [];
      continue;
    }
    const { bins, edges } = columns[split.feature];
    features[node] = split.feature;
    thresholds[node] = edges[split.bin];
    groups[2 * node + 1] = members.filter((row) => bins[row] <= split.bin);
    groups[2 * node + 2] = members.filter((row) => bins[row] > split.bin);
  }
  const leaves = Array.from({ length: inner + 1 }, (_, leaf) => leafValue(groups[inner + leaf] ?? [], gradients));
  return { features, thresholds, leaves };
}

function leafValue(rows: readonly number[], gradients: readonly Gradient[]): number {
  const slope = rows.reduce((sum, row) => sum + gradients[row].slope, 0);
  const curvature = rows.reduce((sum, row) => sum + gradients[row].curvature, 0);
  return (LEARNING_RATE * slope) / (curvature + SMOOTHING);
}

function bestSplit(
  columns: readonly Column[],
  gradients: readonly Gradient[],
  rows: readonly number[],
  random: () => number,
): Split | undefined {
  if (rows.length < 2 * SMALLEST_LEAF) return undefined;
  let best: Split | undefined;
  columns.forEach((column, feature) => {
    if (random() >= FEATURES_A_SPLIT) return;
    const split = bestBin(column, gradients, rows);
    if (split && (!best || split.gain > best.gain)) best = { ...split, feature };
  });
  return best;
}

function bestBin({ bins, edges }: Column, gradients: readonly Gradient[], rows: readonly number[]) {
  const slopes = new Float64Array(edges.length + 1);
  const curvatures = new Float64Array(edges.length + 1);
  const counts = new Int32Array(edges.length + 1);
  for (const row of rows) {
    slopes[bins[row]] += gradients[row].slope;
    curvatures[bins[row]] += gradients[row].curvature;
    counts[bins[row]] += 1;
  }
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
  const [allSlope, allCurvature] = [sum(slopes), sum(curvatures)];
  const worth = (slope: number, curvature: number) => slope ** 2 / (curvature + SMOOTHING);
  let [slope, curvature, count] = [0, 0, 0];
  let best: { gain: number; bin: number } | undefined;
  for (let bin = 0; bin < edges.length; bin += 1) {
    slope += slopes[bin];
    curvature += curvatures[bin];
    count += counts[bin];
    if (count < SMALLEST_LEAF || rows.length - count < SMALLEST_LEAF) continue;
    const split = worth(slope, curvature) + worth(allSlope - slope, allCurvature - curvature);
    const gain = split - worth(allSlope, allCurvature);
    if (gain > 1e-9 && (!best || gain > best.gain)) best = { gain, bin };
  }
  return best;
}
