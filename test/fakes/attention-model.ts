import { AttentionModel } from '../../src/retrieval/attention-model.ts';

/** A real model with weights of zero: finds every passage as good as any other. */
export function indifferentAttention(dimensions: number): AttentionModel {
  const shapes = {
    'align.weight': dimensions * dimensions,
    'pool.weight': dimensions + 1,
    'compare1.weight': 4 * dimensions + 2,
    'compare1.bias': 1,
    'compare2.weight': 1,
    'compare2.bias': 1,
    'judge1.weight': 5,
    'judge1.bias': 1,
    'judge2.weight': 1,
    'judge2.bias': 1,
  };
  const parameters = Object.fromEntries(Object.entries(shapes).map(([name, count]) => [name, base64(zeros(count))]));
  return new AttentionModel({ space: 'none', dimensions, temperature: 1, parameters });
}

/** A real model in two dimensions that says the similarity of the worst matched token, doubled and a half more. */
export function worstMatchAttention(): AttentionModel {
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
      'judge1.weight': base64(zeros(5).with(3, 1)),
      'judge1.bias': base64([0]),
      'judge2.weight': base64([2]),
      'judge2.bias': base64([0.5]),
    },
  });
}

function base64(numbers: readonly number[]): string {
  return Buffer.from(Float32Array.from(numbers).buffer).toString('base64');
}

function zeros(count: number): number[] {
  return new Array<number>(count).fill(0);
}
