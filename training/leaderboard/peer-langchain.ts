import { Embeddings } from '@langchain/core/embeddings';
import { FakeVectorStore } from '@langchain/core/utils/testing';
import type { Embedder } from '../../src/ports/embedder.ts';
import type { Retriever } from './retriever.ts';

/** The product's embedder as langchain wants it; the model's instruction goes before queries, as its card asks. */
class WrappedEmbeddings extends Embeddings {
  readonly #embedder: Embedder;

  constructor(embedder: Embedder) {
    super({});
    this.#embedder = embedder;
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    return (await this.#embedder.embed(texts, 'passage')).map((vector) => Array.from(vector));
  }

  override async embedQuery(text: string): Promise<number[]> {
    const [vector] = await this.#embedder.embed([text], 'query');
    return Array.from(vector);
  }
}

/**
 * A plain langchain retriever: documents into the in-memory vector store, `asRetriever`, nothing else. The store is the
 * one of @langchain/core; it searches exactly as `MemoryVectorStore` of @langchain/classic 1.0, which would bring an
 * OpenAI client and fifteen more packages.
 */
export function byLangchain(embedder: Embedder): Retriever {
  const store = new FakeVectorStore(new WrappedEmbeddings(embedder));
  return {
    idea: '*Peer:* plain langchain retriever',
    remarks: 'in-memory vector store of @langchain/core over the same embedder',
    async prepare(documents) {
      await store.addDocuments(documents.map(({ id, text }) => ({ pageContent: text, metadata: { id } })));
    },
    async rank(query, count) {
      const found = await store.asRetriever({ k: count }).invoke(query);
      return found.map(({ metadata }) => String(metadata.id));
    },
  };
}
