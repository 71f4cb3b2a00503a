import { expect, test } from 'vitest';
import { exampleCosines, type NearestExamples } from './nearest-examples.ts';
import { nearestVote } from './nearest-vote.ts';

const unit = (degrees: number) => [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
const closeness = { stranger: 0.5, neighbour: 1 };

function vote(angle: number, byIntent: readonly (readonly number[])[]): number[] {
  const examples: NearestExamples = {
    dimensions: 2,
    vectors: Float32Array.from(byIntent.flat().flatMap(unit)),
    starts: Int32Array.from([0, ...byIntent.map((_, k) => byIntent.slice(0, k + 1).flat().length)]),
  };
  const into = new Float32Array(byIntent.length);
  nearestVote(exampleCosines(examples, Float32Array.from(unit(angle))), examples, closeness, into);
  return [...into];
}

test('near examples outvote farther ones, and all shares make one', () => {
  const shares = vote(0, [[0, 5], [40], []]);
  expect(shares[0]).toBeGreaterThan(shares[1]);
  expect(shares[1]).toBeGreaterThan(shares[2]);
  expect(shares.reduce((sum, share) => sum + share)).toBeCloseTo(1);
});

test('strangers have no vote', () => {
  for (const share of vote(0, [[90, 100], [180]])) expect(share).toBeCloseTo(0.5);
});

test('only the 25 nearest vote, whatever their order', () => {
  const far = [new Array(20).fill(30), new Array(20).fill(30)];
  const near = [new Array(13).fill(1), new Array(12).fill(1)];
  expect(vote(0, [...far, ...near])[0]).toBeLessThan(0.02);
  expect(vote(0, [...near, ...far])[3]).toBeLessThan(0.02);
});
