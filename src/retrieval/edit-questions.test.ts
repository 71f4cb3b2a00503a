import { describe, expect, it } from 'vitest';
import { indifferentAttention } from '../../test/fakes/attention-model.ts';
import { hashedEmbedder } from '../../test/fakes/hashed-embedder.ts';
import { dot } from '../numeric/dot.ts';
import type { Embedder, TokenEmbedder } from '../ports/embedder.ts';
import type { VectorIndexFactory } from '../ports/vector-index.ts';
import type { Article } from './article.ts';
import { missingWords, nearestUnits } from './compare-article.ts';
import { editQuestions } from './edit-questions.ts';
import { indexUnits } from './index-units.ts';
import { indexArticle, type RankIntents } from './indexed-article.ts';
import type { LanguageSearch } from './knowledge-index.ts';
import { buildLanguageIndex } from './language-index.ts';
import { readQuery } from './query.ts';
import { TokenSpace } from './token-space.ts';
import { embedUnits } from './unit-vectors.ts';

const embedder: Embedder & TokenEmbedder = {
  ...hashedEmbedder('en'),
  embedTokens: (texts) =>
    Promise.all(
      texts.map(async (text) => {
        const [sentence, ...words] = await hashedEmbedder('en').embed([text, ...text.split(' ')], 'classify');
        return { tokens: text.split(' '), vectors: Float32Array.from(words.flatMap((word) => [...word])), sentence };
      }),
    ),
};
const { dimensions } = embedder;
const numbers = new Float32Array(dimensions * (1 + dimensions));
for (let at = 0; at < dimensions; at += 1) numbers[dimensions + at * dimensions + at] = 1;
const projection = Buffer.from(numbers.buffer).toString('base64');
const space = new TokenSpace({
  ...{ model: 'hashed', inputDimensions: dimensions, dimensions, projection },
  documents: 1,
  documentFrequency: {},
});

const exact: VectorIndexFactory = {
  build: async (vectors, width) => ({
    size: vectors.length,
    dimensions: width,
    search: (vector, count) =>
      vectors
        .map((each, position) => ({ position, similarity: dot(vector, each) }))
        .sort((a, b) => b.similarity - a.similarity)
        .slice(0, count),
  }),
};
const rankIntents: RankIntents = (text) => [{ name: text.split(' ')[0], confidence: 0.5 }];

function article(id: string, title: string, questions: readonly string[], sentence: string): Article {
  const sections = [{ heading: '', text: sentence, sentences: [sentence] }];
  return { id, title, questions, sections, language: 'en', intents: [], tags: [], version: '000000000000' };
}
const refunds = (questions: readonly string[]) =>
  article('refunds', 'When do refunds arrive', questions, 'They take two days');
const others = [article('returns', 'How to return', ['send it back'], 'Print the label')];

async function searchOf(articles: readonly Article[]): Promise<LanguageSearch> {
  const vectors = await embedUnits(indexUnits(articles), new Map(), embedder, space);
  const indexed = (each: Article) => indexArticle(each, vectors, rankIntents);
  const index = await buildLanguageIndex('en', articles, indexed, exact, dimensions);
  return { index, embedder, space, attention: indifferentAttention(dimensions), rankIntents };
}

/** What a search sees of an index: articles, words, terms, and neighbours by the article they belong to. */
async function seen({ index }: LanguageSearch) {
  const [vector] = await embedder.embed(['money back when'], 'classify');
  const neighbours = index.vectors.search(vector, 5);
  return {
    articles: index.articles,
    words: index.words,
    lexical: index.articles.map((_, document) => index.lexical.score(document, ['money', 'back', 'print'])),
    neighbours: neighbours.map(({ position, similarity }) => [index.articleOfPosition[position], similarity]),
  };
}

describe('editQuestions', () => {
  it('adds a question as a build from the edited articles would', async () => {
    const before = await searchOf([refunds(['money when']), ...others]);
    const edited = await editQuestions(before, { article: 'refunds', add: 'when is my money back' });
    const built = await searchOf([refunds(['money when', 'when is my money back']), ...others]);
    expect(edited && (await seen(edited))).toEqual(await seen(built));
    expect(before.index.articles[0].questions).toHaveLength(1);
  });

  it('takes one away as such a build would', async () => {
    const before = await searchOf([refunds(['money when', 'money back when']), ...others]);
    const edited = await editQuestions(before, { article: 'refunds', remove: 'money back when' });
    expect(edited && (await seen(edited))).toEqual(await seen(await searchOf([refunds(['money when']), ...others])));
  });

  it('knows no article of another language', async () => {
    expect(await editQuestions(await searchOf(others), { article: 'zh/refunds', add: 'x' })).toBeUndefined();
  });
});

describe('comparing an article with a message', () => {
  it('finds the nearest unit and the words that are missing, those that no article holds among them', async () => {
    const { index } = await searchOf([refunds(['money back when']), ...others]);
    const query = await readQuery('money back label zebra', 'en', { embedder, space, rankIntents, words: index.words });
    expect(nearestUnits(query, index, 0, 1)[0]).toMatchObject({ kind: 'question', text: 'money back when' });
    expect(missingWords(query, index, 0, 9)).toEqual([
      { word: 'zebra', anywhere: false },
      { word: 'label', anywhere: true },
    ]);
  });
});
