import { fingerprint, similarity, type TextFingerprint } from './text-fingerprint.ts';

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
export const NEAR_DUPLICATE_SIMILARITY = 0.7;

/**
 * Finds case texts that stand in the training texts: equal once punctuation and filler are gone, or sharing at least
 * `threshold` of their trigrams. For each case text only its closest training text is listed.
 */
export function nearDuplicates(
  cases: readonly PlacedText[],
  training: readonly PlacedText[],
  threshold: number = NEAR_DUPLICATE_SIMILARITY,
): NearDuplicate[] {
  const learned = training.map((placed) => ({ placed, print: fingerprint(placed.text) }));
  const byTrigram = indexByTrigram(learned.map(({ print }) => print));
  return cases.flatMap((one) => {
    const print = fingerprint(one.text);
    // Texts that share no trigram cannot be alike, so only those that share one are compared.
    const related = new Set([...print.trigrams].flatMap((trigram) => byTrigram.get(trigram) ?? []));
    const closest = best(
      print,
      [...related].map((index) => learned[index]),
    );
    return closest && closest.similarity >= threshold ? [{ one, ...closest }] : [];
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

function best(
  print: TextFingerprint,
  learned: readonly { placed: PlacedText; print: TextFingerprint }[],
): { training: PlacedText; similarity: number } | undefined {
  let closest: { training: PlacedText; similarity: number } | undefined;
  for (const other of learned) {
    const score = similarity(print, other.print);
    if (!closest || score > closest.similarity) closest = { training: other.placed, similarity: score };
  }
  return closest;
}
