import { fingerprint, type TextFingerprint } from './text-fingerprint.ts';

/** A text and where it stands, such as `knowledge/intents/greeting.md:12`. */
export interface PlacedText {
  readonly text: string;
  readonly place: string;
}

/** A case text that is a copy, or nearly one, of a text the engine learns from. */
export interface NearDuplicate {
  readonly one: PlacedText;
  readonly training: PlacedText;
  /** 1 for equal after normalising, else the Jaccard similarity of character trigrams. */
  readonly similarity: number;
}

/** Above this, differences are a particle or a typing slip: the case would measure memory, not understanding. */
const NEAR_DUPLICATE_SIMILARITY = 0.7;

/**
 * Finds case texts that stand in the training texts: equal once punctuation and filler are gone, or sharing at least
 * `threshold` of their trigrams. For each case text only its closest training text is listed.
 */
export function nearDuplicates(
  cases: readonly PlacedText[],
  training: readonly PlacedText[],
  threshold: number = NEAR_DUPLICATE_SIMILARITY,
): NearDuplicate[] {
  const prints = training.map(({ text }) => fingerprint(text));
  const byTrigram = indexByTrigram(prints);
  const shared = new Int32Array(prints.length);
  return cases.flatMap((one) => {
    const { trigrams } = fingerprint(one.text);
    // Counted through the index: most pairs of a hundred million share nothing and are never looked at.
    shared.fill(0);
    for (const trigram of trigrams) for (const position of byTrigram.get(trigram) ?? []) shared[position]++;
    let [closest, similarity] = [0, 0];
    for (let position = 0; position < prints.length; position++) {
      if (shared[position] === 0) continue;
      const all = trigrams.size + prints[position].trigrams.size - shared[position];
      if (shared[position] / all > similarity) [closest, similarity] = [position, shared[position] / all];
    }
    return similarity >= threshold ? [{ one, training: training[closest], similarity }] : [];
  });
}

function indexByTrigram(prints: readonly TextFingerprint[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (const [position, { trigrams }] of prints.entries())
    for (const trigram of trigrams) {
      const positions = index.get(trigram);
      if (positions) positions.push(position);
      else index.set(trigram, [position]);
    }
  return index;
}
