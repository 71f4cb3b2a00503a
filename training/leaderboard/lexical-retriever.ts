import { countTerms, LexicalIndex } from '../../src/retrieval/lexical-index.ts';
import { searchTerms } from '../../src/retrieval/search-terms.ts';
import { normalizeText } from '../../src/text/normalize-text.ts';
import { segment } from '../../src/text/segment.ts';
import type { Retriever } from './retriever.ts';

const WORD = /[\p{L}\p{N}]/u;

/** BM25 over three kinds of terms, with the product's index. */
export const byCharacters = () =>
  lexicalRetriever('BM25 over characters', 'no dictionary', (text) =>
    [...normalizeText(text)].filter((character) => WORD.test(character)),
  );
export const byWords = () =>
  lexicalRetriever('BM25 over jieba words', 'with the product’s shop words', (text) => segment(normalizeText(text)));
export const bySearchTerms = () =>
  lexicalRetriever('BM25 over words and character pairs', 'the product’s lexical candidates', (text) =>
    searchTerms(text, 'zh'),
  );

function lexicalRetriever(idea: string, remarks: string, termsOf: (text: string) => string[]): Retriever {
  const index = new LexicalIndex();
  const ids: string[] = [];
  return {
    idea,
    remarks,
    async prepare(documents) {
      for (const { id, text } of documents) {
        index.add(countTerms(termsOf(text)));
        ids.push(id);
      }
    },
    rank: async (query, count) => index.search(termsOf(query), count).map(({ document }) => ids[document]),
  };
}
