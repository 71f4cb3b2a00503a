/** A share with its 95% Wilson interval; `value` and `ci95` are null when there was nothing to count. */
export interface Rate {
  readonly value: number | null;
  readonly hits: number;
  readonly of: number;
  readonly ci95: readonly [number, number] | null;
}

/** The share `hits / of`, rounded to six digits. */
export function rate(hits: number, of: number): Rate {
  return of === 0
    ? { value: null, hits, of, ci95: null }
    : { value: round(hits / of), hits, of, ci95: wilsonInterval(hits, of) };
}

const Z_95 = 1.959964;

/**
 * Wilson's score interval at 95%, which stays sensible for small samples and for shares near 0 and 1.
 * E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
 *
 * @param of at least 1
 */
export function wilsonInterval(hits: number, of: number): [number, number] {
  const share = hits / of;
  const scale = 1 + Z_95 ** 2 / of;
  const centre = (share + Z_95 ** 2 / (2 * of)) / scale;
  const half = (Z_95 / scale) * Math.sqrt((share * (1 - share)) / of + Z_95 ** 2 / (4 * of ** 2));
  return [round(Math.max(0, centre - half)), round(Math.min(1, centre + half))];
}

/** Six digits are more than any sample here supports, and keep reports comparable to the byte. */
export function round(value: number): number {
  return Number(value.toFixed(6));
}
