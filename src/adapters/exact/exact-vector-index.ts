import { UnitRows } from '../../numeric/unit-rows.ts';
import type { VectorIndex, VectorIndexFactory } from '../../ports/vector-index.ts';
import { createPace } from '../../system/create-pace.ts';

type Neighbour = ReturnType<VectorIndex['search']>[number];

/** Nearest neighbours by looking at every vector: never wrong, and nothing to build or keep but a copy of them, of two bytes a number. */
export const exactVectorIndexFactory: VectorIndexFactory = {
  async build(vectors, dimensions): Promise<VectorIndex> {
    const pace = createPace();
    const rows = new UnitRows(vectors.length, dimensions);
    for (const [position, vector] of vectors.entries()) {
      rows.set(position, vector);
      await pace();
    }
    return {
      size: vectors.length,
      dimensions,
      search: (vector, count) => nearest(rows.products(vector), count),
    };
  },
};

/** The highest, best first; of equals the one that was added first. */
function nearest(similarities: Float32Array, count: number): Neighbour[] {
  const found: Neighbour[] = [];
  if (count <= 0) return found;
  for (let position = 0; position < similarities.length; position += 1) {
    const similarity = similarities[position];
    if (found.length === count && !(similarity > found[count - 1].similarity)) continue;
    let at = Math.min(found.length, count - 1);
    for (; at > 0 && found[at - 1].similarity < similarity; at -= 1) found[at] = found[at - 1];
    found[at] = { position, similarity };
  }
  return found;
}
