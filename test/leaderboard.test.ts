import { describe, expect, it } from 'vitest';
import type { Embedder } from '../src/ports/embedder.ts';
import { intentRow } from '../training/leaderboard/intent-row.ts';
import type { Leaderboard } from '../training/leaderboard/leaderboard-row.ts';
import { fuseRanks, meanReciprocalRank, recallAt } from '../training/leaderboard/ranking-metrics.ts';
import { rememberVectors, timed } from '../training/leaderboard/remember-vectors.ts';
import { replaceBoard, writeBoard } from '../training/leaderboard/write-table.ts';

const rankings = [
  { found: ['a', 'b'], relevant: ['b'] },
  { found: ['c', 'd'], relevant: ['c', 'd'] },
  { found: [], relevant: ['e'] },
];

describe('ranking metrics', () => {
  it('counts what stands among the first', () => {
    expect(recallAt(1, rankings)).toBeCloseTo((0 + 0.5 + 0) / 3);
    expect(recallAt(2, rankings)).toBeCloseTo(2 / 3);
    expect(meanReciprocalRank(rankings)).toBeCloseTo((0.5 + 1 + 0) / 3);
  });

  it('fuses: two second places beat one first', () => {
    expect(
      fuseRanks([
        ['a', 'b'],
        ['c', 'b'],
      ]),
    ).toEqual(['b', 'a', 'c']);
  });
});

describe('intentRow', () => {
  const set = {
    split: 's',
    language: 'en' as const,
    train: [],
    test: ['x', 'y', 'oos', 'oos'].map((label) => ({ text: '', label })),
    oos: 'oos',
  };
  const guesses = { idea: 'i', favourites: ['x', 'y', 'x', 'y'], trainMilliseconds: 2_000, testMilliseconds: 8 };

  it('tells the right favourite from the right answer', () => {
    const row = intentRow(set, { ...guesses, rejected: [false, true, true, false] });
    const [right, , answered, recall, precision] = row.figures;
    expect([right, answered, recall, precision]).toEqual([1, 0.5, 0.5, 0.5]);
    expect([row.trainSeconds, row.msPerText]).toEqual([2, 2]);
  });

  it('gives no figures on rejection to what rejects nothing', () => {
    expect(intentRow(set, guesses).figures).toEqual([1, ...Array(5).fill(undefined)]);
  });
});

describe('rememberVectors', () => {
  it('computes a text once and still counts what it cost', async () => {
    let calls = 0;
    let now = 0;
    const clock = () => now;
    const slow: Embedder = {
      id: 'slow',
      dimensions: 1,
      language: 'en',
      async embed(texts) {
        calls += texts.length;
        now += 30 * texts.length;
        return texts.map(({ length }) => Float32Array.of(length));
      },
      close: async () => {},
    };
    const embedder = rememberVectors(slow, clock);
    await embedder.embed(['a', 'bc'], 'classify');
    const again = await timed(() => embedder.embed(['bc', 'a', 'def'], 'classify'), embedder, clock);
    expect(again.result.map(([length]) => length)).toEqual([2, 1, 3]);
    expect(calls).toBe(3);
    expect(again.milliseconds).toBe(90);
  });
});

describe('the document', () => {
  const board: Leaderboard = {
    task: 'intents',
    title: 'Intents',
    introduction: 'What.',
    columns: ['F1'],
    rows: [{ split: 'a|b', idea: 'x', figures: [0.12345], trainSeconds: 1.25, remarks: '' }],
  };

  it('writes a row with every cell, absent figures as a dash', () => {
    expect(writeBoard(board)).toContain('| a\\|b | x | 0.123 | 1.3 | – |  |');
  });

  it('replaces its own place and nothing else', () => {
    const document =
      'top\n<!-- intents -->\nold\n<!-- /intents -->\n<!-- retrieval -->\nkept\n<!-- /retrieval -->\nend\n';
    expect(replaceBoard(document, 'intents', 'new\n')).toBe(document.replace('old', 'new'));
    expect(() => replaceBoard('no place', 'intents', 'new\n')).toThrow('no place');
  });
});
