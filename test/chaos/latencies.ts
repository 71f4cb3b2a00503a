/** Durations of one kind, in milliseconds. */
export class Latencies {
  readonly #all: number[] = [];

  add(milliseconds: number): void {
    this.#all.push(milliseconds);
  }

  /** Percentiles, rounded; zeros when nothing was measured. */
  summary(): { n: number; p50: number; p95: number; p99: number; max: number } {
    const sorted = this.#all.toSorted((a, b) => a - b);
    const at = (share: number) =>
      Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
    return { n: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
  }
}
