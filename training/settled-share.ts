/** A real day's mix, as shares of all messages; the rest is small talk and calls for a person. */
const MIX = { answerable: 0.62, nearMiss: 0.175, vague: 0.02, offDomain: 0.06 };

/** A judged message. */
export interface Judged {
  readonly kind: keyof typeof MIX;
  /** Whether what would be shown answers it. */
  readonly answered: boolean;
  readonly probability: number;
}

/** The part of the mix that a written message's kind belongs to. */
export function kindOf(kind: string): Judged['kind'] {
  if (kind === 'off_domain') return 'offDomain';
  if (kind === 'vague') return 'vague';
  return kind === 'near_miss' || kind === 'in_domain_unknown' ? 'nearMiss' : 'answerable';
}

/** Prints the share of answerable messages that are settled when at most 3% or 5% of all messages get a wrong answer. */
export function printSettled(name: string, results: readonly Judged[]): void {
  const answerable = results.filter(({ kind }) => kind === 'answerable');
  const ranked = answerable.filter(({ answered }) => answered).length / answerable.length;
  const limits = [0.03, 0.05].map((limit) => {
    const best = settledAt(results, limit);
    return `${(best.settled * 100).toFixed(1)}% settled at ${limit * 100}% wrong (threshold ${best.threshold.toFixed(2)})`;
  });
  console.log(`${name.padEnd(18)} shown right ${(ranked * 100).toFixed(1)}%  ${limits.join('  ')}`);
}

function settledAt(results: readonly Judged[], limit: number): { threshold: number; settled: number } {
  let best = { threshold: 1, settled: 0 };
  for (let threshold = 0.2; threshold < 0.99; threshold += 0.01) {
    const { settled, wrong } = outcomeAt(results, threshold);
    if (wrong <= limit && settled > best.settled) best = { threshold, settled };
  }
  return best;
}

/**
 * The share of answerable messages that are settled when what is at least as likely as `threshold` is shown, and the share of
 * all messages of the mix that get a wrong answer.
 */
export function outcomeAt(results: readonly Judged[], threshold: number): { settled: number; wrong: number } {
  const share = (kind: Judged['kind'], test: (result: Judged) => boolean) => {
    const ofKind = results.filter((result) => result.kind === kind);
    return ofKind.length === 0 ? 0 : ofKind.filter(test).length / ofKind.length;
  };
  const shown = ({ probability }: Judged) => probability >= threshold;
  const misled = (result: Judged) => shown(result) && !result.answered;
  const kinds = Object.keys(MIX) as Judged['kind'][];
  return {
    settled: share('answerable', (result) => shown(result) && result.answered),
    wrong: kinds.reduce((sum, kind) => sum + MIX[kind] * share(kind, misled), 0),
  };
}
