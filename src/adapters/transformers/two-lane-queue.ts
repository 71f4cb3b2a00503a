import { type PiscinaTask, queueOptionsSymbol, type TaskQueue } from 'piscina';

/** Interactive work waits for no bulk work; see `TwoLaneQueue`. */
export type Lane = 'interactive' | 'bulk';

/** What a task says about its place in the queue. */
export interface LanePlace {
  /** Default interactive. */
  readonly lane?: Lane;
  /** Called when the queue is cleared and the task will never run. */
  readonly drop?: () => void;
}

/** Of so many tasks one is a bulk one while both lanes are waiting, so that an index is built even under load. */
const BULK_SHARE = 8;

/** Piscina's queue with two lanes: somebody's chat turn goes before somebody else's index. First in, first out in each. */
export class TwoLaneQueue implements TaskQueue {
  readonly #lanes: Record<Lane, Set<PiscinaTask>> = { interactive: new Set(), bulk: new Set() };
  #served = 0;

  get size(): number {
    return this.#lanes.interactive.size + this.#lanes.bulk.size;
  }

  push(task: PiscinaTask): void {
    this.#lanes[placeOf(task)?.lane ?? 'interactive'].add(task);
  }

  shift(): PiscinaTask | null {
    const { interactive, bulk } = this.#lanes;
    this.#served += 1;
    const turnOfBulk = interactive.size === 0 || this.#served % BULK_SHARE === 0;
    const lane = turnOfBulk && bulk.size > 0 ? bulk : interactive;
    const [task] = lane;
    if (!task) return null;
    lane.delete(task);
    return task;
  }

  remove(task: PiscinaTask): void {
    this.#lanes.interactive.delete(task);
    this.#lanes.bulk.delete(task);
  }

  /** Empties both lanes and tells the tasks. */
  clear(): void {
    for (const lane of Object.values(this.#lanes)) {
      const tasks = [...lane];
      lane.clear();
      for (const task of tasks) placeOf(task)?.drop?.();
    }
  }
}

function placeOf(task: PiscinaTask): LanePlace | null {
  return task[queueOptionsSymbol] as LanePlace | null;
}
