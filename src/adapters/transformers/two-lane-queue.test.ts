import { type PiscinaTask, queueOptionsSymbol } from 'piscina';
import { describe, expect, it } from 'vitest';
import { type Lane, TwoLaneQueue } from './two-lane-queue.ts';

const task = (name: string, lane?: Lane) =>
  ({ taskId: name, [queueOptionsSymbol]: lane ? { lane } : null }) as unknown as PiscinaTask;
const drain = (queue: TwoLaneQueue) => {
  const names: unknown[] = [];
  for (let next = queue.shift(); next; next = queue.shift()) names.push(next.taskId);
  return names;
};

describe('TwoLaneQueue', () => {
  it('serves who came first in a lane, and the interactive lane before the other', () => {
    const queue = new TwoLaneQueue();
    for (const name of ['b1', 'b2']) queue.push(task(name, 'bulk'));
    for (const name of ['i1', 'i2']) queue.push(task(name, 'interactive'));
    queue.push(task('i3'));
    expect(queue.size).toBe(5);
    expect(drain(queue)).toEqual(['i1', 'i2', 'i3', 'b1', 'b2']);
    expect(queue.size).toBe(0);
  });

  it('gives bulk work every eighth place under unending interactive load', () => {
    const queue = new TwoLaneQueue();
    for (let at = 0; at < 3; at += 1) queue.push(task(`b${at}`, 'bulk'));
    for (let at = 0; at < 30; at += 1) queue.push(task(`i${at}`, 'interactive'));
    const names = drain(queue);
    expect(['b0', 'b1', 'b2'].map((name) => names.indexOf(name))).toEqual([7, 15, 23]);
  });

  it('forgets a task that was called off', () => {
    const queue = new TwoLaneQueue();
    const off = task('off', 'bulk');
    queue.push(off);
    queue.remove(off);
    expect(queue.shift()).toBeNull();
  });
  it('tells the tasks that waited when it is cleared', () => {
    const queue = new TwoLaneQueue();
    const dropped: string[] = [];
    for (const lane of ['bulk', 'interactive'] as const) {
      queue.push({ [queueOptionsSymbol]: { lane, drop: () => dropped.push(lane) } } as unknown as PiscinaTask);
    }
    queue.clear();
    expect(dropped.sort()).toEqual(['bulk', 'interactive']);
    expect(queue.size).toBe(0);
  });
});
