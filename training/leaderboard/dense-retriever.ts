import type { DenseRows } from '../../src/intents/dense-softmax.ts';
import type { Embedder, EmbeddingRole } from '../../src/ports/embedder.ts';
import { nearestRows } from './nearest-rows.ts';
import { fuseRanks } from './ranking-metrics.ts';
import type { Retriever } from './retriever.ts';

/** How deep the lists are that are fused. */
const FUSED_DEPTH = 50;

/** Exact cosine between whole texts, the query in one of the model's roles. */
export function byCosine(embedder: Embedder, role: Extract<EmbeddingRole, 'query' | 'classify'>): Retriever {
  let ids: string[] = [];
  let rows: DenseRows = { dimensions: embedder.dimensions, values: new Float32Array() };
  return {
    idea: role === 'query' ? 'Cosine, query with instruction' : 'Cosine, plain',
    remarks: 'exact search',
    async prepare(documents) {
      const texts = documents.map(({ text }) => text);
      const vectors = await embedder.embed(texts, 'passage');
      const values = new Float32Array(texts.length * embedder.dimensions);
      for (const [row, vector] of vectors.entries()) values.set(vector, row * embedder.dimensions);
      rows = { dimensions: embedder.dimensions, values };
      ids = documents.map(({ id }) => id);
    },
    async rank(query, count) {
      const [asked] = await embedder.embed([query], role);
      return nearestRows(asked, rows, count).map(({ row }) => ids[row]);
    },
  };
}

/** Several rankings made one by reciprocal rank fusion. */
export function fused(parts: readonly Retriever[]): Retriever {
  return {
    idea: 'Fused by reciprocal rank',
    remarks: parts.map(({ idea }) => idea).join(' + '),
    async prepare(documents) {
      for (const part of parts) await part.prepare(documents);
    },
    async rank(query, count) {
      const lists = [];
      for (const part of parts) lists.push(await part.rank(query, FUSED_DEPTH));
      return fuseRanks(lists).slice(0, count);
    },
  };
}
