import { DENSE_FEATURES } from '../../src/escalation/message-features.ts';
import { headMargin, type ModelHead, type TextExample } from '../../src/escalation/message-model.ts';

/** A text with its label and how much it counts. */
export interface LabelledExample extends TextExample {
  readonly positive: boolean;
  readonly weight: number;
  /** From another source with another share of positives: such texts get a bias of their own, which is thrown away. */
  readonly foreign?: boolean;
}

/** How the regression is fitted; the defaults are those of the committed weights. */
export interface FitOptions {
  readonly epochs?: number;
  readonly learningRate?: number;
  /** L2 penalty on every weight, per example. */
  readonly penalty?: number;
  /** Width of the sentence vector the head looks at; 0 for none. */
  readonly embeddingWidth: number;
  /** Number of n-gram weights; a power of two. */
  readonly buckets: number;
}

/**
 * L2-regularised logistic regression by AdaGrad (Duchi, Hazan and Singer, 2011), visiting the examples in an order
 * that depends on nothing but their number: the same examples always give the same weights.
 */
export function fitLogistic(examples: readonly LabelledExample[], options: FitOptions): ModelHead {
  const { epochs = 25, learningRate = 0.05, penalty = 3e-5, embeddingWidth, buckets } = options;
  const head = emptyHead(buckets, embeddingWidth);
  const squares = emptyHead(buckets, embeddingWidth);
  for (let epoch = 0; epoch < epochs; epoch++)
    for (const index of visitingOrder(examples.length, epoch))
      step(head, squares, examples[index], learningRate, penalty);
  const { ngrams, dense, embedding, bias } = head;
  return { ngrams, dense, embedding, bias };
}

type MutableHead = { -readonly [Key in keyof ModelHead]: ModelHead[Key] } & { foreignBias: number };

function emptyHead(buckets: number, embeddingWidth: number): MutableHead {
  return {
    ngrams: new Float32Array(buckets),
    dense: new Float64Array(DENSE_FEATURES.length),
    embedding: new Float32Array(embeddingWidth),
    bias: 0,
    foreignBias: 0,
  };
}

function step(head: MutableHead, squares: MutableHead, example: LabelledExample, rate: number, penalty: number): void {
  const margin = headMargin(head, example) + (example.foreign ? head.foreignBias : 0);
  const probability = 1 / (1 + Math.exp(-margin));
  const error = (probability - Number(example.positive)) * example.weight;
  const scale = 1 / Math.sqrt(Math.max(1, example.buckets.length));
  const mask = head.ngrams.length - 1;
  // One loop a kind of array: a shared one that sees both kinds is several times slower.
  for (const bucket of example.buckets) {
    const i = bucket & mask;
    const gradient = error * scale + penalty * head.ngrams[i];
    squares.ngrams[i] += gradient * gradient;
    head.ngrams[i] -= (rate * gradient) / (Math.sqrt(squares.ngrams[i]) + 1e-6);
  }
  for (let i = 0; i < example.dense.length; i++) {
    const gradient = error * example.dense[i] + penalty * head.dense[i];
    squares.dense[i] += gradient * gradient;
    head.dense[i] -= (rate * gradient) / (Math.sqrt(squares.dense[i]) + 1e-6);
  }
  if (example.embedding) stepEmbedding(head.embedding, squares.embedding, example.embedding, error, rate, penalty);
  const bias = example.foreign ? 'foreignBias' : 'bias';
  squares[bias] += error * error;
  head[bias] -= (rate * error) / (Math.sqrt(squares[bias]) + 1e-6);
}

function stepEmbedding(
  weights: Float32Array,
  squares: Float32Array,
  embedding: Float32Array,
  error: number,
  rate: number,
  penalty: number,
): void {
  for (let i = 0; i < weights.length; i++) {
    const gradient = error * embedding[i] + penalty * weights[i];
    squares[i] += gradient * gradient;
    weights[i] -= (rate * gradient) / (Math.sqrt(squares[i]) + 1e-6);
  }
}

/** A Fisher-Yates shuffle from a fixed seed (mulberry32). */
function visitingOrder(length: number, epoch: number): number[] {
  let state = 0x9e3779b9 + epoch;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const order = Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
