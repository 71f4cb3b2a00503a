import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dot } from '../numeric/dot.ts';
import { exactVectorIndexFactory } from './exact/exact-vector-index.ts';
import { hnswVectorIndexFactory } from './hnswlib/hnsw-vector-index.ts';

const DIMENSIONS = 16;
const unit = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: DIMENSIONS, maxLength: DIMENSIONS })
  .map((values) => {
    const length = Math.hypot(...values) || 1;
    return Float32Array.from(values, (value, at) => (length === 1 && value === 0 && at === 0 ? 1 : value / length));
  });

describe.each([
  ['exact', exactVectorIndexFactory],
  ['hnswlib', hnswVectorIndexFactory],
])('the %s vector index', (_, factory) => {
  it('finds what an exact search finds, on small sets', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(unit, { minLength: 1, maxLength: 60 }), unit, async (vectors, query) => {
        const index = await factory.build(vectors, DIMENSIONS);
        const exact = vectors.map((vector) => dot(vector, query)).sort((a, b) => b - a);
        const found = index.search(query, 5);
        expect(found).toHaveLength(Math.min(5, vectors.length));
        found.forEach(({ similarity }, rank) => {
          expect(similarity).toBeCloseTo(exact[rank], 4);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('names equals in the order in which they were added, and gives no more than it has', async () => {
    const along = (axis: number) => Float32Array.from({ length: DIMENSIONS }, (_, at) => (at === axis ? 1 : 0));
    const index = await factory.build([along(1), along(0), along(1), along(0)], DIMENSIONS);
    expect(index.search(along(0), 0)).toEqual([]);
    expect(index.search(along(0), 9).map(({ position }) => position)).toEqual([1, 3, 0, 2]);
  });

  it('answers for an empty index', async () => {
    const index = await factory.build([], DIMENSIONS);
    expect(index.search(new Float32Array(DIMENSIONS), 3)).toEqual([]);
  });
});
