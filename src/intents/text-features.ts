import type { Language } from '../domain/understanding.ts';
import type { SparseRow } from './sparse-softmax.ts';
import { textGrams } from './text-grams.ts';

/** The grams a classifier knows, numbered from 0, with their inverse document frequencies. */
export interface Vocabulary {
  readonly language: Language;
  readonly grams: ReadonlyMap<string, number>;
  readonly idf: Float32Array;
}

/** How large a vocabulary may become. */
export interface VocabularyLimits {
  /** Most frequent grams kept. Default 20,000: at 118 intents that is 9 MB of weights. */
  readonly maxGrams?: number;
  /** Texts a gram must occur in. Default 2, or 1 below 3,000 texts. */
  readonly minTexts?: number;
}

/** Counts the grams of normalised texts. idf = ln((1 + n) / (1 + df)) + 1, smoothed as in scikit-learn. */
export function fitVocabulary(texts: readonly string[], language: Language, limits: VocabularyLimits = {}): Vocabulary {
  const { maxGrams = 20_000, minTexts = texts.length < 3_000 ? 1 : 2 } = limits;
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const gram of new Set(textGrams(text, language).flat())) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  const kept = [...counts]
    .filter(([, count]) => count >= minTexts)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, maxGrams);
  return {
    language,
    grams: new Map(kept.map(([gram], index) => [gram, index])),
    idf: Float32Array.from(kept, ([, count]) => Math.log((1 + texts.length) / (1 + count)) + 1),
  };
}

/**
 * TF-IDF of a normalised text with sublinear counts (1 + ln tf). Each kind of gram has the same total weight,
 * whatever its number of grams; a text of known grams has unit length.
 */
export function textFeatures(text: string, vocabulary: Vocabulary): SparseRow {
  const kinds = textGrams(text, vocabulary.language);
  const indices: number[] = [];
  const values: number[] = [];
  for (const grams of kinds) {
    const counts = new Map<number, number>();
    for (const gram of grams) {
      const index = vocabulary.grams.get(gram);
      if (index !== undefined) counts.set(index, (counts.get(index) ?? 0) + 1);
    }
    const weights = [...counts].map(([index, count]) => (1 + Math.log(count)) * vocabulary.idf[index]);
    const length = Math.sqrt(kinds.length * weights.reduce((sum, weight) => sum + weight * weight, 0));
    indices.push(...counts.keys());
    for (const weight of weights) values.push(weight / length);
  }
  return { indices: Int32Array.from(indices), values: Float32Array.from(values) };
}
