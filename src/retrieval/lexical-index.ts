/** BM25 constants of Robertson and Zaragoza, "The Probabilistic Relevance Framework" (2009), their customary values. */
const K1 = 1.2;
const B = 0.75;

/** How often each term stands in a document. */
export type TermCounts = ReadonlyMap<string, number>;

/** Term statistics of a set of documents and their BM25 scores. Documents are numbered as given. */
export class LexicalIndex {
  readonly #counts: TermCounts[] = [];
  readonly #lengths: number[] = [];
  readonly #postings = new Map<string, number[]>();
  #length = 0;

  /** @param documents terms of each document, repeats kept */
  constructor(documents: readonly (readonly string[])[] = []) {
    for (const terms of documents) this.add(countTerms(terms));
  }

  /** Adds the next document. */
  add(counts: TermCounts): void {
    const document = this.#counts.length;
    let length = 0;
    for (const count of counts.values()) length += count;
    this.#counts.push(counts);
    this.#lengths.push(length);
    this.#length += length;
    for (const term of counts.keys()) {
      const posting = this.#postings.get(term);
      if (posting) posting.push(document);
      else this.#postings.set(term, [document]);
    }
  }

  get size(): number {
    return this.#counts.length;
  }

  /** Robertson-Spärck Jones weight, kept positive by adding one inside the logarithm (as Lucene does). */
  inverseDocumentFrequency(term: string): number {
    const frequency = this.#postings.get(term)?.length ?? 0;
    return Math.log(1 + (this.size - frequency + 0.5) / (frequency + 0.5));
  }

  /** Whether the document holds the term. */
  holds(document: number, term: string): boolean {
    return this.#counts[document].has(term);
  }

  /** BM25 of one document for distinct query terms. */
  score(document: number, terms: Iterable<string>): number {
    let sum = 0;
    for (const term of terms) sum += this.#termScore(document, term, this.inverseDocumentFrequency(term));
    return sum;
  }

  /** Best documents with a score above zero, best first. */
  search(terms: Iterable<string>, count: number): { readonly document: number; readonly score: number }[] {
    const scores = new Map<number, number>();
    for (const term of new Set(terms)) {
      const weight = this.inverseDocumentFrequency(term);
      for (const document of this.#postings.get(term) ?? [])
        scores.set(document, (scores.get(document) ?? 0) + this.#termScore(document, term, weight));
    }
    return [...scores]
      .map(([document, score]) => ({ document, score }))
      .sort((a, b) => b.score - a.score || a.document - b.document)
      .slice(0, count);
  }

  /** What a term adds to a document's score; nothing where the document does not hold it. */
  #termScore(document: number, term: string, weight: number): number {
    const count = this.#counts[document].get(term) ?? 0;
    if (count === 0) return 0;
    const averageLength = this.#length / this.size;
    const norm = K1 * (1 - B + (B * this.#lengths[document]) / averageLength);
    return (weight * count * (K1 + 1)) / (count + norm);
  }
}

/** Counts a document's terms, in the order in which they first stand. */
export function countTerms(terms: readonly string[]): TermCounts {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
