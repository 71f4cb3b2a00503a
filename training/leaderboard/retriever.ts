import type { BenchDocument } from '../../src/retrieval/bench-retrieval.ts';

/** One way to rank documents for a query. */
export interface Retriever {
  readonly idea: string;
  readonly remarks: string;
  prepare(documents: readonly BenchDocument[]): Promise<void>;
  /** Ids of the best documents, best first. */
  rank(query: string, count: number): Promise<readonly string[]>;
}
