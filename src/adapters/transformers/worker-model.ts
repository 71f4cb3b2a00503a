import type { ModelSpec } from '../models/model-spec.ts';
import type { WorkerModel } from './embedding-worker.js';

/** What the threads are told about a model on disk. */
export function workerModel(spec: ModelSpec, directory: string): WorkerModel {
  const weights = spec.files.find((file) => file.path.endsWith('.onnx'));
  if (!weights) throw new Error(`${spec.name} lists no .onnx file`);
  return {
    key: spec.name,
    directory,
    weights: weights.path,
    pooling: spec.pooling,
    maxTokens: spec.maxTokens,
    tokenizerConfig: spec.tokenizerConfig,
    // The texts are short: more threads inside one of them cost more than they bring, the pool uses the cores instead.
    sessionOptions: { intraOpNumThreads: 1, interOpNumThreads: 1 },
  };
}

/**
 * The same model with 8-bit products summed exactly. Processors without VNNI may saturate in the fast way:
 * https://onnxruntime.ai/docs/performance/model-optimizations/quantization.html (entry `session.x64quantprecision`).
 */
export function withExactProducts(model: WorkerModel): WorkerModel {
  return {
    ...model,
    key: `${model.key}:exact`,
    sessionOptions: { ...model.sessionOptions, extra: { session: { x64quantprecision: '1' } } },
  };
}
