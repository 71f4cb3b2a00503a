import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { realModel } from '../../../test/real-model.ts';
import { firstStateGraph } from './first-state-graph.js';
import { graphWithoutWeights } from './graph-without-weights.js';
import { workerModel } from './worker-model.ts';

async function statesOf(model: string, change: (graph: Buffer) => Buffer): Promise<Float32Array> {
  const { spec, directory } = await realModel(model);
  const { sessionOptions } = workerModel(spec, directory);
  const session = await InferenceSession.create(
    change(await graphWithoutWeights(`${directory}/onnx/model_quantized.onnx`)),
    {
      ...sessionOptions,
      logSeverityLevel: 3,
      extra: { session: { model_external_initializers_file_folder_path: `${directory}/onnx` } },
    },
  );
  const row = (numbers: number[]) => new Tensor('int64', BigInt64Array.from(numbers, BigInt), [1, numbers.length]);
  const ids = [101, 2769, 1762, 671, 102, 6821, 3221, 102];
  const { last_hidden_state: states } = await session.run({
    input_ids: row(ids),
    attention_mask: row(ids.map(() => 1)),
    token_type_ids: row([0, 0, 0, 0, 0, 1, 1, 1]),
  });
  await session.release();
  return states.data as Float32Array;
}

describe('firstStateGraph', () => {
  it.each([
    ['bge-small-zh-v1.5', 512],
    ['all-MiniLM-L6-v2', 384],
  ])('finds of %s the first state of the whole graph and no other', async (model, width) => {
    const whole = (await statesOf(model, (graph) => graph)).slice(0, width);
    const first = await statesOf(model, firstStateGraph);
    expect(first).toHaveLength(width);
    const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, at) => sum + value * b[at], 0);
    expect(dot(whole, first) / Math.sqrt(dot(whole, whole) * dot(first, first))).toBeGreaterThan(0.999);
  });

  it('refuses a graph without such layers', () => {
    expect(() => firstStateGraph(Buffer.from([7 * 8 + 2, 0]))).toThrow('no encoder');
  });
});
