import { describe, expect, it } from 'vitest';
import { MessageMemory, READINGS, type Reading, readMessageMemory } from './message-memory.ts';

const WIDTH = 8;
const vector = (...values: number[]) => Float32Array.from({ length: WIDTH }, (_, at) => values[at] ?? 0);
const rows = (...all: number[][]) =>
  Int8Array.from(all.flatMap((values) => Array.from({ length: WIDTH }, (_, at) => values[at] ?? 0)));
const labels = (said: Partial<Record<Reading, number>>) => READINGS.map((name) => said[name] ?? 0);

/** Three texts: fury, calm in nearly the same words, and one that asks for a person without saying anything of its mood. */
const memory = new MessageMemory(
  { model: 'test', dimensions: WIDTH, width: WIDTH, texts: 3, readings: [...READINGS], scale: 0.01 },
  {
    mean: vector(),
    axes: Float32Array.from({ length: WIDTH * WIDTH }, (_, at) => (at % (WIDTH + 1) === 0 ? 1 : 0)),
    texts: rows([100], [80, 60], [0, 0, 100]),
    labels: Int8Array.from([
      ...labels({ mood: 100, human_request: -100 }),
      ...labels({ mood: -50, human_request: -100 }),
      ...labels({ human_request: 100 }),
    ]),
  },
);

describe('MessageMemory', () => {
  it('lets the nearest texts vote, nearer and surer ones more', () => {
    expect(memory.votes(vector(1)).mood).toBeGreaterThan(2);
    expect(memory.votes(vector(0.8, 0.6)).mood).toBeLessThan(-2);
    // As near as the calm one, which is only half as sure.
    expect(memory.votes(vector(0.95, 0.32)).mood).toBeCloseTo(Math.log(2), 0);
  });

  it('hears only texts that say something of what is asked', () => {
    const { mood, human_request, legal } = memory.votes(vector(0, 0, 1));
    expect(human_request).toBeGreaterThan(2);
    expect(mood).toBeGreaterThan(0);
    expect(legal).toBe(0);
  });

  it('is never quite certain', () => {
    expect(memory.votes(vector(0, 0, 1)).human_request).toBeLessThan(4);
  });

  it('forgets texts when asked to', () => {
    expect(memory.votes(vector(1), (text) => text === 0).mood).toBeLessThan(-2);
  });
});

describe('readMessageMemory', () => {
  it.each([
    ['zh', 512],
    ['en', 384],
  ] as const)('reads the %s memory, for vectors of %i numbers', (language, dimensions) => {
    const shipped = readMessageMemory(language);
    expect(shipped.dimensions).toBe(dimensions);
    const votes = shipped.votes(new Float32Array(dimensions).fill(0.05));
    expect(Object.keys(votes)).toEqual([...READINGS]);
    expect(Object.values(votes).every(Number.isFinite)).toBe(true);
  });
});
