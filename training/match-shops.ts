import { createHash } from 'node:crypto';
import { hnswVectorIndexFactory } from '../src/adapters/hnswlib/hnsw-vector-index.ts';
import type { Language } from '../src/domain/understanding.ts';
import { openIntentService } from '../src/intent-service.ts';
import { readableText } from '../src/intents/featurise-texts.ts';
import { findCandidates } from '../src/retrieval/candidates.ts';
import { indexUnits } from '../src/retrieval/index-units.ts';
import { indexArticle, type RankIntents } from '../src/retrieval/indexed-article.ts';
import { buildLanguageIndex } from '../src/retrieval/language-index.ts';
import { loadKnowledge } from '../src/retrieval/load-knowledge.ts';
import { matchesToRead } from '../src/retrieval/match-articles.ts';
import { type ArticleMatch, matchArticle } from '../src/retrieval/match-features.ts';
import { passageTokens } from '../src/retrieval/passage-tokens.ts';
import { type Query, readQuery } from '../src/retrieval/query.ts';
import { questionAt } from '../src/retrieval/question-match.ts';
import { readTokenSpace } from '../src/retrieval/token-space.ts';
import { embedUnits } from '../src/retrieval/unit-vectors.ts';
import { readVectorFile, writeVectorFile } from '../src/retrieval/vector-file.ts';
import { openEmbedder } from './open-embedders.ts';
import {
  readQueries,
  readQuestionLists,
  readTrainingShops,
  type TrainingQuery,
  type TrainingShop,
} from './training-shops.ts';

/** One training message with its candidates described; `relevant` is parallel to `matches`. */
export interface MatchedQuery {
  readonly text: string;
  readonly kind: string;
  readonly matches: readonly ArticleMatch[];
  readonly relevant: readonly boolean[];
}

/** Token vectors to read; the key is the same wherever the same text is read. */
export interface TextToRead {
  readonly key: string;
  readonly tokens: Float32Array;
}

/** A message as the attention models read it, with the texts worth reading, parallel to `matches`. */
export interface QueryToRead extends MatchedQuery {
  readonly query: Query;
  readonly passages: readonly (TextToRead | undefined)[];
  /** The question of each candidate that is nearest to the message. */
  readonly questions: readonly (TextToRead | undefined)[];
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
 * Matches all training material of a language: the invented shops, the demo shop with a part of its sample questions
 * taken away and asked (so that the model also learns what sample questions are worth), and lists of bare questions.
 */
export async function matchShops(language: Language): Promise<MatchedShop<QueryToRead>[]> {
  const embedder = await openEmbedder(language);
  const space = readTokenSpace(language);
  const { classifiers } = await openIntentService('knowledge', new Map([[language, embedder]]), '.xiaoer/index');
  const rankIntents: RankIntents = (text, vector) => classifiers.get(language)?.rankVector(text, vector) ?? [];
  const shops = [...(await readTrainingShops()), ...(await demoShops(language)), ...readQuestionLists()];
  const result: MatchedShop<QueryToRead>[] = [];
  for (const shop of shops.filter((candidate) => candidate.language === language)) {
    const cacheFile = `.xiaoer/training/${shop.name}.vectors`;
    const identity = `${embedder.id} ${space.dimensions} ${space.fingerprint}`;
    const units = indexUnits(shop.articles);
    const vectors = await embedUnits(units, await readVectorFile(cacheFile, identity), embedder, space);
    await writeVectorFile(cacheFile, identity, vectors);
    const index = await buildLanguageIndex(
      language,
      shop.articles,
      (article) => indexArticle(article, vectors, rankIntents),
      hnswVectorIndexFactory,
      embedder.dimensions,
    );
    const reader = { embedder, space, rankIntents, words: index.words };
    const describe = async ({ text, kind, relevant }: TrainingQuery): Promise<QueryToRead> => {
      const query = await readQuery(readableText(text), language, reader);
      const matches = findCandidates(query, index).map((at) => matchArticle(query, index, at, space.dimensions));
      const read = new Set(matchesToRead(matches).map(({ position }) => position));
      const toRead = (name: string, position: number, part: number, tokens: Float32Array): TextToRead | undefined =>
        read.has(position) ? { key: `${name} ${position} ${part}`, tokens } : undefined;
      return {
        text,
        kind,
        matches,
        relevant: matches.map(({ position }) => relevant.includes(shop.articles[position].id)),
        query,
        passages: matches.map(({ position, bestSentence }) =>
          toRead(
            shop.name,
            position,
            bestSentence,
            passageTokens(index.articles[position], bestSentence, space.dimensions),
          ),
        ),
        questions: matches.map(({ position, nearestQuestion }) =>
          toRead(
            `${shop.name} questions`,
            position,
            nearestQuestion,
            questionAt(index.articles[position], nearestQuestion).vectors.tokens,
          ),
        ),
      };
    };
    const queries: QueryToRead[] = [];
    for (let start = 0; start < shop.queries.length; start += QUERIES_AT_A_TIME) {
      const some = shop.queries.slice(start, start + QUERIES_AT_A_TIME);
      queries.push(...(await Promise.all(some.map(describe))));
    }
    result.push({ name: shop.name, language, queries });
  }
  await embedder.close();
  return result;
}

/** The demo shop so many times, each time without another part of its sample questions. */
const DEMO_PARTS = 4;

async function demoShops(language: Language): Promise<TrainingShop[]> {
  const { articles } = await loadKnowledge('knowledge');
  const own = articles.filter((article) => article.language === language);
  const written = readQueries(`training/demo/${language}.jsonl`);
  return Array.from({ length: DEMO_PARTS }, (_, part): TrainingShop => {
    const isAsked = (text: string) => partOf(text) === part;
    const sampled = own.flatMap((article) =>
      article.questions.filter(isAsked).map((text) => ({ text, kind: 'sample_question', relevant: [article.id] })),
    );
    return {
      name: `demo-${language}-${part}`,
      language,
      articles: own.map((article) => ({ ...article, questions: article.questions.filter((text) => !isAsked(text)) })),
      queries: [...sampled, ...written.filter(({ text }) => isAsked(text))],
    };
  });
}

function partOf(text: string): number {
  return createHash('sha256').update(text).digest()[0] % DEMO_PARTS;
}
