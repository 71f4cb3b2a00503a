import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AutoModel, env, Tensor } from '@xenova/transformers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { realModel } from '../../../test/real-model.ts';
import embed from './embedding-worker.js';
import { graphWithoutWeights } from './graph-without-weights.js';
import { workerModel } from './worker-model.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'graph-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A field of protobuf with its length, below 2^14 bytes, in front. */
const field = (number: number, body: Buffer) =>
  Buffer.concat([Buffer.from([number * 8 + 2, (body.length % 128) + 128, body.length >> 7]), body]);

async function stripped(...parts: Buffer[]): Promise<Buffer> {
  const path = join(folder, 'model.onnx');
  await writeFile(path, Buffer.concat(parts));
  return graphWithoutWeights(path);
}

describe('graphWithoutWeights', () => {
  it('leaves a large tensor in its file, says where, and keeps everything else as it is', async () => {
    const version = Buffer.from([1 * 8, 7]);
    const named = field(8, Buffer.from('large'));
    const numbers = Buffer.alloc(5_000, 42);
    const small = field(5, field(9, Buffer.alloc(100, 1)));
    const node = field(1, Buffer.from('node'));
    const whole = [
      version,
      field(7, Buffer.concat([node, field(5, Buffer.concat([named, field(9, numbers)])), small])),
    ];
    const graph = await stripped(...whole);
    const file = Buffer.concat(whole);
    expect(graph.length).toBeLessThan(300);
    expect(graph.subarray(0, 2)).toEqual(version);
    for (const kept of [node, named.subarray(3), small.subarray(3)]) expect(graph.includes(kept)).toBe(true);
    const place = (key: string) => {
      const at = graph.indexOf(key) + key.length;
      return graph.subarray(at + 2, at + 2 + graph[at + 1]).toString();
    };
    expect([place('location'), place('length')]).toEqual(['model.onnx', '5000']);
    expect(Number(place('offset'))).toBe(file.indexOf(numbers));
    // data_location: EXTERNAL
    expect(graph.includes(Buffer.from([14 * 8, 1]))).toBe(true);
  });

  it.each([
    ['text', Buffer.from('not a model')],
    ['a file that was cut', field(7, Buffer.alloc(200)).subarray(0, 100)],
  ])('refuses %s', async (_, bytes) => {
    await expect(stripped(bytes)).rejects.toThrow('no ONNX model');
  });

  it('changes no number: the library, which reads the whole file, finds the same', async () => {
    const { spec, directory } = await realModel('all-MiniLM-L6-v2');
    const model = workerModel(spec, directory);
    const { sentence } = await embed({ model, text: 'shipping insurance', tokens: false });
    env.allowRemoteModels = false;
    const library = await AutoModel.from_pretrained(directory, {
      config: JSON.parse('{"model_type":"bert","architectures":["BertModel"]}'),
      dtype: 'q8',
      session_options: model.sessionOptions,
    });
    const vocabulary: Record<string, number> = JSON.parse(await readFile(join(directory, 'tokenizer.json'), 'utf8'))
      .model.vocab;
    const ids = ['[CLS]', 'shipping', 'insurance', '[SEP]'].map((token) => BigInt(vocabulary[token]));
    const row = (numbers: bigint[]) => new Tensor('int64', BigInt64Array.from(numbers), [1, ids.length]);
    const output = await library({ input_ids: row(ids), attention_mask: row(ids.map(() => 1n)) });
    const states: Float32Array = output.last_hidden_state.data;
    const mean = Array.from(sentence, (_, at) =>
      [0, 1, 2, 3].reduce((sum, token) => sum + states[token * sentence.length + at], 0),
    );
    const length = Math.hypot(...mean);
    for (const [at, value] of sentence.entries()) expect(value).toBeCloseTo(mean[at] / length, 6);
    await library.dispose();
  });
});
