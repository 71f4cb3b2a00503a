/** Stands for both ends of a clause. */
export const EDGE = '^';
const BETWEEN_CLAUSES = /[^\p{L}\p{N}]+/u;
/** Taken off every count and given to pairs not seen: absolute discounting (Ney, Essen, Kneser 1994). */
const DISCOUNT = 0.6;
/** Characters that may turn up besides those seen. */
const UNSEEN_CHARACTERS = 4_000;

/** How likely one character follows another in the texts it was taught. */
export class PairModel {
  readonly #pairs = new Map<string, number>();
  readonly #followers = new Map<string, { total: number; kinds: number }>();
  readonly #characters = new Map<string, number>();
  #total = 0;

  /** A model that was taught the same as the one with these counts. */
  static of(counts: ReadonlyMap<string, number>): PairModel {
    const model = new PairModel();
    for (const [pair, count] of counts) {
      const [before, character] = pair;
      model.#count(before, character, count);
    }
    return model;
  }

  /** How often each pair stood side by side: all that the model knows. */
  get counts(): ReadonlyMap<string, number> {
    return this.#pairs;
  }

  /** Counts the pairs of a normalised text. */
  add(text: string): void {
    let before = EDGE;
    for (const character of [...text.split(BETWEEN_CLAUSES).filter(Boolean).join(EDGE), EDGE]) {
      this.#count(before, character, 1);
      before = character;
    }
  }

  #count(before: string, character: string, times: number): void {
    const seen = this.count(before, character);
    const followers = this.#followers.get(before) ?? { total: 0, kinds: 0 };
    followers.total += times;
    if (seen === 0) followers.kinds += 1;
    this.#followers.set(before, followers);
    this.#pairs.set(before + character, seen + times);
    this.#characters.set(character, (this.#characters.get(character) ?? 0) + times);
    this.#total += times;
  }

  /** How often the two stood side by side. */
  count(before: string, character: string): number {
    return this.#pairs.get(before + character) ?? 0;
  }

  /** Whether the character stands anywhere in the texts. */
  knows(character: string): boolean {
    return this.#characters.has(character);
  }

  /** Bits of log probability of each character of `characters` but the first, given the one before it. */
  score(characters: readonly string[]): number {
    let bits = 0;
    for (let at = 1; at < characters.length; at += 1)
      bits += Math.log2(this.#chance(characters[at - 1], characters[at]));
    return bits;
  }

  #chance(before: string, character: string): number {
    const alone = ((this.#characters.get(character) ?? 0) + 0.5) / (this.#total + UNSEEN_CHARACTERS / 2);
    const followers = this.#followers.get(before);
    if (!followers) return alone;
    const seen = Math.max(0, this.count(before, character) - DISCOUNT);
    return (seen + DISCOUNT * followers.kinds * alone) / followers.total;
  }
}
