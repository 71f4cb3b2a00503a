import type { DenseRows } from '../../src/intents/dense-softmax.ts';
import { dotRow } from '../../src/numeric/dot.ts';

/** The `count` rows of highest cosine, best first, by looking at all of them; vectors and rows are of unit length. */
export function nearestRows(
  vector: Float32Array,
  { dimensions, values }: DenseRows,
  count: number,
  mayCount: (row: number) => boolean = () => true,
): { readonly row: number; readonly cosine: number }[] {
  const nearest: { row: number; cosine: number }[] = [];
  for (let row = 0; row * dimensions < values.length; row++) {
    if (!mayCount(row)) continue;
    const cosine = dotRow(vector, values, row * dimensions);
    if (nearest.length === count && cosine <= nearest[count - 1].cosine) continue;
    const at = nearest.findIndex((other) => other.cosine < cosine);
    nearest.splice(at < 0 ? nearest.length : at, 0, { row, cosine });
    if (nearest.length > count) nearest.pop();
  }
  return nearest;
}
