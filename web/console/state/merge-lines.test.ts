import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Line } from '../wire/desk.ts';
import { mergeLines } from './merge-lines.ts';

const line = (position: number, text = `line ${position}`): Line => ({
  position,
  text,
  role: 'customer',
  at: position,
});

it('ends with every line once and in order, however they are cut, mixed and repeated', () => {
  const all = Array.from({ length: 12 }, (_, position) => line(position));
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat(11), { maxLength: 8 }), { maxLength: 8 }), (deliveries) => {
      const merged = [...deliveries, all.map((_, position) => position)].reduce<readonly Line[]>(
        (have, positions) =>
          mergeLines(
            have,
            positions.map((position) => ({ ...all[position] })),
          ),
        [],
      );
      expect(merged).toEqual(all);
    }),
  );
});

it('gives the same array when nothing is new, and takes the later version of a line', () => {
  const have = [line(1), line(2)];
  expect(mergeLines(have, [{ ...have[1] }])).toBe(have);
  expect(mergeLines(have, [line(1, 'masked')]).map(({ text }) => text)).toEqual(['masked', 'line 2']);
});
