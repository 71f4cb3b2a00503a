import type { Language } from '../../src/domain/understanding.ts';
import type { Embedder } from '../../src/ports/embedder.ts';

const DIMENSIONS = 64;

/**
 * An embedder without a model: every word or Chinese character adds a fixed pseudo-random vector, so texts that share
 * words lie close together. Deterministic and instant.
 */
export function hashedEmbedder(language: Language): Embedder {
  return {
    id: `hashed-${language}`,
    dimensions: DIMENSIONS,
    language,
    embed: async (texts) => texts.map(embedText),
    close: async () => {},
  };
}

function embedText(text: string): Float32Array {
  const vector = new Float32Array(DIMENSIONS);
  for (const piece of text.match(/\p{Script=Han}|[a-z0-9]+/gu) ?? [' ']) {
    let state = 2166136261;
    for (const character of piece) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16777619);
    for (let d = 0; d < DIMENSIONS; d++) {
      state = Math.imul(state ^ (state >>> 15), 2246822519) + d;
      vector[d] += (state >>> 0) / 2 ** 31 - 1;
    }
  }
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}
