import type { Embedder, TokenEmbedder } from '../src/ports/embedder.ts';
import { indexUnits } from '../src/retrieval/index-units.ts';
import type { TokenSpace } from '../src/retrieval/token-space.ts';
import { embedUnits, type VectorCache } from '../src/retrieval/unit-vectors.ts';
import { readVectorFile, writeVectorFile } from '../src/retrieval/vector-file.ts';
import type { TrainingShop } from './training-shops.ts';

/** Vectors of all that a shop's articles say, kept between runs in .xiaoer/training. */
export async function embedShop(
  { name, articles }: TrainingShop,
  embedder: Embedder & TokenEmbedder,
  space: TokenSpace,
): Promise<VectorCache> {
  const cacheFile = `.xiaoer/training/${name}.vectors`;
  const identity = `${embedder.id} ${space.dimensions} ${space.fingerprint}`;
  const vectors = await embedUnits(indexUnits(articles), await readVectorFile(cacheFile, identity), embedder, space);
  await writeVectorFile(cacheFile, identity, vectors);
  return vectors;
}
