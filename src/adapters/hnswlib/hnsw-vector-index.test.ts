import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dot } from '../../numeric/dot.ts';
import { hnswVectorIndexFactory } from './hnsw-vector-index.ts';

const DIMENSIONS = 16;
const unit = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: DIMENSIONS, maxLength: DIMENSIONS })
  .map((values) => {
    const length = Math.hypot(...values) || 1;
    return Float32Array.from(values, (value, at) => (length === 1 && value === 0 && at === 0 ? 1 : value / length));
  });

describe('hnswVectorIndexFactory', () => {
  it('finds what an exact search finds, on small sets', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(unit, { minLength: 1, maxLength: 60 }), unit, async (vectors, query) => {
        const index = await hnswVectorIndexFactory.build(vectors, DIMENSIONS);
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

  it('answers for an empty index', async () => {
    const index = await hnswVectorIndexFactory.build([], DIMENSIONS);
    expect(index.search(new Float32Array(DIMENSIONS), 3)).toEqual([]);
  });
});
