import type { Embedder, TokenEmbedder } from '../ports/embedder.ts';
import { correctSpelling, type WordCounts, wholeWords } from '../text/correct-spelling.ts';
import type { Vocabulary } from './text-features.ts';

/** A message as it is classified. */
export interface EmbeddedMessage {
  /** Readable text, spelt with words of the examples where the customer's own are none. */
  readonly text: string;
  readonly vector: Float32Array;
}

/** Words of the examples; the more frequent one wins between two that are equally near. Empty but for English. */
export function knownWords({ language, grams, idf }: Vocabulary): WordCounts {
  if (language !== 'en') return new Map();
  const words = [...grams].filter(([gram]) => gram.startsWith('='));
  return new Map(words.map(([gram, index]) => [gram.slice(1), 1 / idf[index]]));
}

/**
 * Sentence vectors of readable texts. With an embedder that shows its tokens, English words it does not know are first
 * brought back to the nearest word of the examples (pliiows: pillows); only texts that change are embedded twice.
 */
export async function embedMessages(
  texts: readonly string[],
  embedder: Embedder & Partial<TokenEmbedder>,
  words: WordCounts,
): Promise<EmbeddedMessage[]> {
  if (words.size === 0 || !embedder.embedTokens) {
    const vectors = await embedder.embed(texts, 'classify');
    return texts.map((text, index) => ({ text, vector: vectors[index] }));
  }
  const seen = await embedder.embedTokens(texts);
  const meant = texts.map((text, index) => correctSpelling(text, words, wholeWords(seen[index].tokens)));
  const changed = meant.flatMap((text, index) => (text === texts[index] ? [] : [index]));
  const corrected = await embedder.embed(
    changed.map((index) => meant[index]),
    'classify',
  );
  const vectors = seen.map(({ sentence }) => sentence);
  changed.forEach((index, at) => {
    vectors[index] = corrected[at];
  });
  return meant.map((text, index) => ({ text, vector: vectors[index] }));
}
