import { join } from 'node:path';
import { remark } from '../../src/cli/print.ts';
import { document, readJsonLines, retrievalQuery } from '../../src/cli/read-json-lines.ts';
import { indexDeps } from '../../src/compose.ts';
import type { Language } from '../../src/domain/understanding.ts';
import { seededRandom, shuffle } from '../../src/intents/seeded-random.ts';
import type { Embedder, TokenEmbedder } from '../../src/ports/embedder.ts';
import { type BenchDocument, type BenchQuery, benchRetrieval } from '../../src/retrieval/bench-retrieval.ts';
import { byCosine, fused } from './dense-retriever.ts';
import type { Leaderboard, LeaderboardRow } from './leaderboard-row.ts';
import { byCharacters, bySearchTerms, byWords } from './lexical-retriever.ts';
import { byLangchain } from './peer-langchain.ts';
import { processorTime } from './processor-time.ts';
import { meanReciprocalRank, recallAt } from './ranking-metrics.ts';
import { type RememberingEmbedder, rememberVectors, timed } from './remember-vectors.ts';
import type { Retriever } from './retriever.ts';

const QUERIES = 1_000;
const SEED = 1;
const DEPTH = 10;
const COLUMNS = ['Recall@1', 'Recall@5', 'MRR@10'];

/** Every way to find the document of the same meaning. */
export async function measureRetrieval(
  dataFolder: string,
  embedders: ReadonlyMap<Language, Embedder & TokenEmbedder>,
): Promise<Leaderboard> {
  const file = (part: string) => join(dataFolder, 'retrieval', `epidemic.${part}.jsonl`);
  const documents = await readJsonLines(file('docs'), document);
  const all = await readJsonLines(file('queries'), retrievalQuery);
  const queries = shuffle(all.slice(), seededRandom(SEED)).slice(0, QUERIES);
  const embedder = rememberVectors(embedders.get('zh') as Embedder);
  const rows: LeaderboardRow[] = [];
  for (const retriever of retrievers(embedder)) rows.push(await measure(retriever, documents, queries, embedder));
  const product = await measureProduct(documents, queries, embedders);
  const peer = await measure(byLangchain(embedder), documents, queries, embedder);
  return {
    task: 'retrieval',
    title: 'Retrieval',
    introduction: `An FAQ of ${documents.length} Chinese medical questions, asked with others of the same meaning: ${queries.length} of ${all.length}
queries, drawn by chance from a fixed seed. Temperature and rank of the question space were chosen on about half of them.`,
    columns: COLUMNS,
    rows: [...rows, product, peer],
  };
}

function retrievers(embedder: Embedder): Retriever[] {
  return [
    byCharacters(),
    byWords(),
    bySearchTerms(),
    byCosine(embedder, 'classify'),
    byCosine(embedder, 'query'),
    fused([bySearchTerms(), byCosine(embedder, 'query')]),
  ];
}

async function measure(
  retriever: Retriever,
  documents: readonly BenchDocument[],
  queries: readonly BenchQuery[],
  embedder: RememberingEmbedder,
): Promise<LeaderboardRow> {
  const prepared = await timed(() => retriever.prepare(documents), embedder);
  const ranked = await timed(async () => {
    const rankings = [];
    for (const { text, relevant } of queries) rankings.push({ found: await retriever.rank(text, DEPTH), relevant });
    return rankings;
  }, embedder);
  const { idea, remarks } = retriever;
  remark(`measured: ${idea}`);
  return {
    split: 'epidemic, sample',
    idea,
    figures: [recallAt(1, ranked.result), recallAt(5, ranked.result), meanReciprocalRank(ranked.result)],
    trainSeconds: prepared.milliseconds / 1_000,
    msPerText: ranked.milliseconds / queries.length,
    remarks,
  };
}

/** `bench retrieval` on the same queries. */
async function measureProduct(
  documents: readonly BenchDocument[],
  queries: readonly BenchQuery[],
  embedders: ReadonlyMap<Language, Embedder & TokenEmbedder>,
): Promise<LeaderboardRow> {
  const deps = indexDeps({ embedders, readers: new Map() }, new Map());
  const bench = await benchRetrieval(documents, queries, deps, processorTime);
  return {
    split: 'epidemic, sample',
    idea: '**The product**',
    figures: [bench.recallAt1, bench.recallAt5, bench.mrr],
    trainSeconds: bench.buildSeconds,
    msPerText: bench.msPerQuery,
    remarks: 'candidates of three sources, matched, read and ranked; it also judges whether they answer',
  };
}
