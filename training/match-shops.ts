import type { Language } from '../src/domain/understanding.ts';
import { openIntentService } from '../src/intent-service.ts';
import { readableText } from '../src/intents/featurise-texts.ts';
import type { ReadablePassage } from '../src/ports/passage-reader.ts';
import type { Article } from '../src/retrieval/article.ts';
import { readAttentionModel } from '../src/retrieval/attention-model.ts';
import { findCandidates } from '../src/retrieval/candidates.ts';
import { indexArticle, type RankIntents } from '../src/retrieval/indexed-article.ts';
import { buildLanguageIndex } from '../src/retrieval/language-index.ts';
import { loadKnowledge } from '../src/retrieval/load-knowledge.ts';
import { type ArticleMatch, matchArticle, matchesToRead } from '../src/retrieval/match-features.ts';
import { passageTokens } from '../src/retrieval/passage-tokens.ts';
import { type Query, readQuery } from '../src/retrieval/query.ts';
import { readQuestionMemory } from '../src/retrieval/question-memory.ts';
import { readablePassage } from '../src/retrieval/readable-passage.ts';
import { describeSections, likeliestSentence } from '../src/retrieval/section-choice.ts';
import { readTokenSpace } from '../src/retrieval/token-space.ts';
import { vectorIndexFactory } from '../src/vector-index-factory.ts';
import { embedShop } from './embed-shop.ts';
import { openEmbedder } from './open-embedders.ts';
import { readQueries, readTrainingShops, type TrainingQuery, type TrainingShop } from './training-shops.ts';

/** One training message with its candidates described; `relevant` is parallel to `matches`. */
export interface MatchedQuery {
  readonly text: string;
  readonly kind: string;
  readonly matches: readonly ArticleMatch[];
  readonly relevant: readonly boolean[];
}

/** A passage for the attention model, as token vectors, and for the reader. */
export interface PassageToRead {
  /** The same wherever the same passage is read. */
  readonly key: string;
  readonly article: string;
  readonly tokens: Float32Array;
  readonly readable: ReadablePassage;
}

/** A message as the attention model and the reader read it, with the passages worth reading. */
export interface QueryToRead extends MatchedQuery {
  readonly query: Query;
  /** Parallel to `matches`. */
  readonly passages: readonly (PassageToRead | undefined)[];
}

/** A shop with every message matched against its articles. */
export interface MatchedShop<Matched extends MatchedQuery = MatchedQuery> {
  readonly name: string;
  readonly language: Language;
  readonly queries: readonly Matched[];
}

/** The embedder's queue is bounded. */
const QUERIES_AT_A_TIME = 256;

/**
 * Matches all training material of a language: the invented shops, and the demo shop, once with every second of its
 * sample questions taken away and asked (so that the model also learns what sample questions are worth) and once with
 * messages written for it. A shop at a time: all of them together do not fit into memory.
 * @param names of the shops wanted; all of them by default
 */
export async function* matchShops(
  language: Language,
  names: readonly string[] = [],
): AsyncGenerator<MatchedShop<QueryToRead>> {
  const embedder = await openEmbedder(language);
  const space = readTokenSpace(language);
  const attention = readAttentionModel(language);
  const remembered = readQuestionMemory(language, embedder.id);
  const { classifiers } = await openIntentService('knowledge', new Map([[language, embedder]]), '.xiaoer/index');
  const rankIntents: RankIntents = (text, vector) => classifiers.get(language)?.rankVector(text, vector) ?? [];
  const shops = [...(await readTrainingShops()), ...(await demoShop(language))];
  const isWanted = (shop: TrainingShop) =>
    shop.language === language && (names.length === 0 || names.includes(shop.name));
  for (const shop of shops.filter(isWanted)) {
    const vectors = await embedShop(shop, embedder, space);
    // Whoever remembers a shop's own messages is no judge of how far memories help.
    const memory = remembered && {
      gist: remembered.gist.bind(remembered),
      recall: (sentence: Float32Array) => remembered.recall(sentence, shop.name),
    };
    const index = await buildLanguageIndex(
      language,
      shop.articles,
      (article) => indexArticle(article, vectors, rankIntents, memory),
      vectorIndexFactory,
      embedder.dimensions,
    );
    const reader = { embedder, space, rankIntents, memory, words: index.words };
    const describe = async ({ text, kind, relevant }: TrainingQuery): Promise<QueryToRead> => {
      const query = await readQuery(readableText(text), language, reader);
      const matches = findCandidates(query, index).map((at) => matchArticle(query, index, at, space.dimensions));
      const read = new Set(matchesToRead(matches).map(({ position }) => position));
      const reading = { attention, question: attention.read(query), dimensions: space.dimensions };
      const passageOf = ({ position, bestSentence }: ArticleMatch): PassageToRead => {
        const entry = index.articles[position];
        const likeliest = likeliestSentence(describeSections(query, entry, reading));
        return {
          key: `${shop.name} ${position} ${bestSentence}`,
          article: entry.article.id,
          readable: readablePassage(query, entry, likeliest),
          tokens: passageTokens(entry, bestSentence, space.dimensions),
        };
      };
      return {
        text,
        kind,
        matches,
        relevant: matches.map(({ position }) => relevant.includes(shop.articles[position].id)),
        query,
        passages: matches.map((match) => (read.has(match.position) ? passageOf(match) : undefined)),
      };
    };
    const queries: QueryToRead[] = [];
    for (let start = 0; start < shop.queries.length; start += QUERIES_AT_A_TIME) {
      const some = shop.queries.slice(start, start + QUERIES_AT_A_TIME);
      queries.push(...(await Promise.all(some.map(describe))));
    }
    yield { name: shop.name, language, queries };
  }
  await embedder.close();
}

async function demoShop(language: Language): Promise<TrainingShop[]> {
  const { articles } = await loadKnowledge('knowledge');
  const own = articles.filter((article) => article.language === language);
  const halved = own.map(
    (article): Article => ({ ...article, questions: article.questions.filter((_, at) => at % 2 === 0) }),
  );
  const queries = own.flatMap((article) =>
    article.questions
      .filter((_, at) => at % 2 === 1)
      .map((text) => ({ text, kind: 'sample_question', relevant: [article.id] })),
  );
  const written = readQueries(`training/demo/${language}.jsonl`);
  return [
    { name: `demo-${language}`, language, articles: halved, queries },
    { name: `demo-written-${language}`, language, articles: own, queries: written },
  ];
}
