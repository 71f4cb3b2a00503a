import { Piscina, queueOptionsSymbol } from 'piscina';
import { OverloadedError, XiaoerError } from '../../domain/errors.ts';
import type { WorkerResult, WorkerTask } from './embedding-worker.js';
import { type Lane, TwoLaneQueue } from './two-lane-queue.ts';

/** Size and bounds of a pool. */
export interface EmbeddingPoolOptions {
  /** Worker threads, each with its own copy of the weights it uses (60 to 70 MB a model). Default 2. */
  readonly threads?: number;
  /** Texts that may wait for a thread before callers are refused. Default 4,096. */
  readonly maxWaiting?: number;
}

/** Threads that embed one text at a time; several models can share them. */
export interface EmbeddingPool {
  readonly threads: number;
  /** Texts that may wait. */
  readonly maxWaiting: number;
  /** Texts waiting for a thread. */
  readonly waiting: number;
  /** @throws XiaoerError with code `closed` once the pool is closed, also for texts that were under way. */
  run(task: WorkerTask, lane: Lane): Promise<WorkerResult>;
  /** Room for that many texts? @throws OverloadedError */
  admit(texts: number): void;
  close(): Promise<void>;
}

/**
 * Starts the threads. They load a model when the first text for it arrives, so a thread holds only what is in use.
 * Sharing one pool between languages keeps memory at threads × models and never runs more threads than asked for.
 */
export function createEmbeddingPool({ threads = 2, maxWaiting = 4_096 }: EmbeddingPoolOptions = {}): EmbeddingPool {
  const piscina = new Piscina<WorkerTask, WorkerResult>({
    filename: new URL('./embedding-worker.js', import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    // A waiting thread must stay responsive to close(); blocking in Atomics.wait saves microseconds of milliseconds.
    atomics: 'disabled',
    taskQueue: new TwoLaneQueue(),
    // A small nursery: outputs are collected soon instead of piling up. 440 MB instead of 510 at two threads, two models.
    resourceLimits: { maxYoungGenerationSizeMb: 4 },
    // Texts are counted in admit(), where a call of several texts is taken or refused as a whole.
    maxQueue: Number.POSITIVE_INFINITY,
  });
  let closed = false;
  return {
    threads,
    maxWaiting,
    get waiting() {
      return piscina.queueSize;
    },
    admit(texts) {
      if (piscina.queueSize + texts > maxWaiting) {
        throw new OverloadedError(`${piscina.queueSize} texts wait to be embedded; at most ${maxWaiting} may`);
      }
    },
    async run(task, lane) {
      // Piscina would start new threads for a task that comes after close().
      if (closed) throw new XiaoerError('closed', 'The embedding threads are closed');
      try {
        return await piscina.run(Object.assign({ ...task }, { [queueOptionsSymbol]: { lane } }));
      } catch (error) {
        throw closed ? new XiaoerError('closed', 'The embedding threads were closed', { cause: error }) : error;
      }
    },
    close() {
      closed = true;
      return piscina.close({ force: true });
    },
  };
}
