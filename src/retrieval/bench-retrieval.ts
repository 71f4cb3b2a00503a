import type { Language } from '../domain/understanding.ts';
import { detectLanguage } from '../text/detect-language.ts';
import { bareArticle } from './bare-article.ts';
import { buildKnowledgeIndex, type IndexDeps } from './build-knowledge-index.ts';

/** A line of the docs file. */
export interface BenchDocument {
  readonly id: string;
  readonly text: string;
}

/** A line of the queries file; `relevant` lists document ids. */
export interface BenchQuery {
  readonly id: string;
  readonly text: string;
  readonly relevant: readonly string[];
}

/** Means over queries, except the counts. Ranks are cut at ten; times are wall-clock. */
export interface RetrievalBench {
  readonly docs: number;
  readonly n: number;
  readonly recallAt1: number;
  readonly recallAt5: number;
  readonly mrr: number;
  readonly ndcgAt10: number;
  readonly buildSeconds: number;
  readonly msPerQuery: number;
}

const DAY = '2026-01-01';

/** Indexes the documents as articles and ranks them for each query, with the index the server uses. */
export async function benchRetrieval(
  documents: readonly BenchDocument[],
  queries: readonly BenchQuery[],
  deps: IndexDeps,
  clock: () => number = () => performance.now(),
): Promise<RetrievalBench> {
  const started = clock();
  const { index } = await buildKnowledgeIndex(
    { articles: documents.map(({ id, text }) => bareArticle(id, text, languageOf(text))), problems: [] },
    deps,
  );
  const built = clock();
  const ranks: { found: number[]; relevant: number }[] = [];
  for (const query of queries) {
    const { candidates } = await index.search(query.text, languageOf(query.text), DAY);
    const found = candidates.flatMap(({ article }, rank) => (query.relevant.includes(article) ? [rank] : []));
    ranks.push({ found, relevant: query.relevant.length });
  }
  const searched = clock();
  const mean = (score: (entry: (typeof ranks)[number]) => number) =>
    ranks.reduce((sum, entry) => sum + score(entry), 0) / Math.max(1, ranks.length);
  const recallAt = (depth: number) =>
    mean(({ found, relevant }) => found.filter((rank) => rank < depth).length / Math.max(1, relevant));
  return {
    docs: documents.length,
    n: queries.length,
    recallAt1: recallAt(1),
    recallAt5: recallAt(5),
    mrr: mean(({ found }) => (found.length > 0 ? 1 / (found[0] + 1) : 0)),
    ndcgAt10: mean(({ found, relevant }) => discountedGain(found) / discountedGain(ideal(relevant))),
    buildSeconds: (built - started) / 1_000,
    msPerQuery: (searched - built) / Math.max(1, queries.length),
  };
}

/** Järvelin and Kekäläinen (2002) with binary gains. */
function discountedGain(ranks: readonly number[]): number {
  return ranks.reduce((sum, rank) => sum + 1 / Math.log2(rank + 2), 0);
}

function ideal(relevant: number): number[] {
  return Array.from({ length: Math.min(10, Math.max(1, relevant)) }, (_, rank) => rank);
}

function languageOf(text: string): Language {
  return detectLanguage(text) ?? 'zh';
}
