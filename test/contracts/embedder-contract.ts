import { expect, it } from 'vitest';
import type { Embedder, EmbeddingRole } from '../../src/ports/embedder.ts';

const roles: readonly EmbeddingRole[] = ['query', 'passage', 'classify'];

/** What every embedder promises, whatever is behind it. Call inside a `describe`. */
export function embedderContract(embedder: () => Embedder): void {
  it('gives unit vectors of its dimensions in every role', async () => {
    for (const role of roles) {
      const [vector] = await embedder().embed(['where is my order'], role);
      expect(vector).toBeInstanceOf(Float32Array);
      expect(vector).toHaveLength(embedder().dimensions);
      expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
    }
  });

  it('keeps the order, also of texts given twice', async () => {
    const texts = ['refund', 'parcel', 'refund', 'invoice'];
    const together = await embedder().embed(texts, 'classify');
    const [parcel] = await embedder().embed(['parcel'], 'classify');
    expect(together[1]).toEqual(parcel);
    expect(together[0]).toEqual(together[2]);
    expect(together[0]).not.toEqual(together[3]);
  });

  it('gives nothing for nothing and takes texts without content', async () => {
    expect(await embedder().embed([], 'query')).toEqual([]);
    expect(await embedder().embed(['', ' ', '🙂'], 'classify')).toHaveLength(3);
  });

  it('hands out vectors that callers may write into', async () => {
    const [mine] = await embedder().embed(['parcel'], 'classify');
    mine.fill(0);
    const [theirs] = await embedder().embed(['parcel'], 'classify');
    expect(Math.hypot(...theirs)).toBeCloseTo(1, 5);
  });
}
