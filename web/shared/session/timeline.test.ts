import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countUnread, type Line, mergeLines, notYetShown } from './timeline.ts';

const line = (position: number, role: Line['role'] = 'bot', messageId?: string): Line => ({
  ...{ position, role, messageId, at: position },
  text: `line ${position}`,
});

it('ends with every line once and in order, however often and in whatever order lines come', () => {
  const deliveries = fc.array(fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 8 }), { maxLength: 20 });
  fc.assert(
    fc.property(deliveries, (batches) => {
      const lines = batches.reduce<readonly Line[]>(
        (known, batch) =>
          mergeLines(
            known,
            batch.map((at) => line(at)),
          ),
        [],
      );
      const positions = [...new Set(batches.flat())].sort((a, b) => a - b);
      expect(lines.map(({ position }) => position)).toEqual(positions);
    }),
  );
});

it('gives the same list back when nothing is new, so that nothing is drawn anew', () => {
  const known = mergeLines([], [line(2), line(1)]);
  expect(mergeLines(known, [line(1)])).toBe(known);
});

it('shows a message of one’s own either as written or as stored', () => {
  const written = [{ messageId: 'a' }, { messageId: 'b' }];
  expect(notYetShown([], written)).toEqual(written);
  expect(notYetShown([line(1, 'customer', 'a'), line(2)], written)).toEqual([{ messageId: 'b' }]);
});

it('counts what others said since', () => {
  const lines = [line(1, 'customer', 'a'), line(2), line(3, 'customer', 'b'), line(4, 'agent'), line(5, 'system')];
  expect([countUnread(lines, 0), countUnread(lines, 2), countUnread(lines, 5)]).toEqual([3, 2, 0]);
});
