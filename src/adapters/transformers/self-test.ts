import { XiaoerError } from '../../domain/errors.ts';
import type { ModelSpec } from '../models/model-spec.ts';
import type { EmbeddingPool } from './embedding-pool.ts';
import type { WorkerModel } from './embedding-worker.js';
import { prepareText } from './prepare-text.ts';
import { withExactProducts } from './worker-model.ts';

/**
 * Least cosine between known and computed numbers. Rounding of another processor costs about 0.01, as batching does;
 * saturated products or a wrong tokenizer cost several times that.
 */
const LEAST_AGREEMENT = 0.97;

/** This machine computes other vectors than the model should give, so answers would be wrong without a sign of it. */
export class ModelSelfTestError extends XiaoerError {
  constructor(message: string) {
    super('model_self_test', message);
  }
}

/**
 * Loads the model in every thread and compares known texts with their known vectors.
 * @param onNotice hears when only exact arithmetic gives the right vectors.
 * @returns the model as it works on this machine.
 * @throws ModelSelfTestError when it works in neither way.
 */
export async function selfTest(
  spec: ModelSpec,
  model: WorkerModel,
  pool: EmbeddingPool,
  onNotice: (message: string) => void = (message) => process.emitWarning(message),
): Promise<WorkerModel> {
  const fast = await agreement(spec, model, pool);
  if (fast >= LEAST_AGREEMENT) return model;
  const exact = withExactProducts(model);
  const slow = await agreement(spec, exact, pool);
  if (slow < LEAST_AGREEMENT) {
    throw new ModelSelfTestError(
      `${spec.name} gives other vectors on this machine than it should: agreement ${fast.toFixed(3)}, ` +
        `${slow.toFixed(3)} with exact products, needed ${LEAST_AGREEMENT}`,
    );
  }
  onNotice(
    `${spec.name}: this processor needs exact 8-bit products (session.x64quantprecision=1), which may be slower`,
  );
  return exact;
}

async function agreement(spec: ModelSpec, model: WorkerModel, pool: EmbeddingPool): Promise<number> {
  // One task a thread at least, so that every thread loads the model now and not in a customer's turn.
  const references = spec.references.length > 0 ? spec.references : [{ text: spec.name, head: [] }];
  const tasks = Array.from({ length: Math.max(pool.threads, references.length) }, async (_, at) => {
    const { text, head } = references[at % references.length];
    const { sentence } = await pool.run(
      { model, text: prepareText(text, 'passage', spec), tokens: false },
      'interactive',
    );
    if (sentence.length !== spec.dimensions) {
      throw new ModelSelfTestError(`${spec.name} has ${sentence.length} dimensions, described as ${spec.dimensions}`);
    }
    return { known: head, computed: Array.from(sentence.subarray(0, head.length)) };
  });
  const pairs = await Promise.all(tasks);
  const known = pairs.flatMap((pair) => pair.known);
  return known.length === 0
    ? 1
    : cosine(
        known,
        pairs.flatMap((pair) => pair.computed),
      );
}

function cosine(left: readonly number[], right: readonly number[]): number {
  const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, at) => sum + value * b[at], 0);
  return dot(left, right) / Math.sqrt(dot(left, left) * dot(right, right));
}
