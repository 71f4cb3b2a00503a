import { Piscina, queueOptionsSymbol } from 'piscina';
import { OverloadedError, XiaoerError } from '../../domain/errors.ts';
import type { ReadTask, WorkerResult, WorkerTask } from './embedding-worker.js';
import { type Lane, type LanePlace, TwoLaneQueue } from './two-lane-queue.ts';

/** Size and bounds of a pool. */
export interface EmbeddingPoolOptions {
  /** Worker threads, each with its own packed copy of the layers it uses (some 15 MB a session). Default 2. */
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
  /** @throws XiaoerError with code `closed` once the pool is closed, also for texts that still waited then. */
  run(task: WorkerTask, lane: Lane): Promise<WorkerResult>;
  /** Reads a question and a passage together: log odds. @throws XiaoerError as `run` does. */
  read(task: ReadTask, lane: Lane): Promise<number>;
  /** Room for that many texts? @throws OverloadedError */
  admit(texts: number): void;
  /** Drops what waits, lets the threads finish what they have under way, and ends them. */
  close(): Promise<void>;
}

/**
 * Starts the threads. They load a model when the first text for it arrives, so a thread holds only what is in use.
 * Models may share a pool, which then holds a copy of each in every thread.
 */
export function createEmbeddingPool({ threads = 2, maxWaiting = 4_096 }: EmbeddingPoolOptions = {}): EmbeddingPool {
  // The runtime keeps usage records with an id of the machine, for its makers. Threads see what stands here before they start.
  process.env.ORT_DISABLE_TELEMETRY ??= '1';
  const queue = new TwoLaneQueue();
  const piscina = new Piscina({
    filename: new URL('./embedding-worker.js', import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    // A waiting thread must stay responsive to close(); blocking in Atomics.wait saves microseconds of milliseconds.
    atomics: 'disabled',
    taskQueue: queue,
    // A small nursery: outputs are collected soon instead of piling up. 440 MB instead of 510 at two threads, two models.
    resourceLimits: { maxYoungGenerationSizeMb: 4 },
    // Texts are counted in admit(), where a call of several texts is taken or refused as a whole.
    maxQueue: Number.POSITIVE_INFINITY,
  });
  const unfinished = new Set<Promise<unknown>>();
  let closing: Promise<void> | undefined;
  // Piscina's own close() may count a busy thread twice and end it inside a native call, which takes the process down.
  const close = async () => {
    queue.clear();
    await Promise.allSettled(unfinished);
    await piscina.destroy();
  };
  /** @param name of the worker's function; its default without one */
  const submit = async <Result>(task: WorkerTask | ReadTask, lane: Lane, name?: string): Promise<Result> => {
    // Piscina would start new threads for a task that comes after close().
    if (closing) throw new XiaoerError('closed', 'The embedding threads are closed');
    const result = new Promise<Result>((resolve, reject) => {
      const drop = () => reject(new XiaoerError('closed', 'The embedding threads were closed'));
      const place: LanePlace = { lane, drop };
      piscina.run(Object.assign({ ...task }, { [queueOptionsSymbol]: place }), { name }).then(resolve, reject);
    });
    unfinished.add(result);
    return result.finally(() => unfinished.delete(result));
  };
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
    run: (task, lane) => submit<WorkerResult>(task, lane),
    read: (task, lane) => submit<number>(task, lane, 'read'),
    close() {
      closing ??= close();
      return closing;
    },
  };
}
