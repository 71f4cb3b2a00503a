import { AttentionModel } from '../../src/retrieval/attention-model.ts';

/** A real model with weights of zero: finds every passage as good as any other. */
export function indifferentAttention(dimensions: number): AttentionModel {
  const zeros = (count: number) => Buffer.alloc(4 * count).toString('base64');
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
  const parameters = Object.fromEntries(Object.entries(shapes).map(([name, count]) => [name, zeros(count)]));
  return new AttentionModel({ space: 'none', dimensions, temperature: 1, parameters });
}
