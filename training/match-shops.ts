import { hnswVectorIndexFactory } from '../src/adapters/hnswlib/hnsw-vector-index.ts';
import type { Language } from '../src/domain/understanding.ts';
import { openIntentService } from '../src/intent-service.ts';
import { readableText } from '../src/intents/featurise-texts.ts';
import type { Article } from '../src/retrieval/article.ts';
import { findCandidates } from '../src/retrieval/candidates.ts';
import { indexUnits } from '../src/retrieval/index-units.ts';
import { buildLanguageIndex, type RankIntents } from '../src/retrieval/language-index.ts';
import { loadKnowledge } from '../src/retrieval/load-knowledge.ts';
import { type ArticleMatch, matchArticle } from '../src/retrieval/match-features.ts';
import { readQuery } from '../src/retrieval/query.ts';
import { readTokenSpace } from '../src/retrieval/token-space.ts';
import { embedUnits } from '../src/retrieval/unit-vectors.ts';
import { readVectorFile, writeVectorFile } from '../src/retrieval/vector-file.ts';
import { openEmbedder } from './open-embedders.ts';
import { readQueries, readTrainingShops, type TrainingShop } from './training-shops.ts';

/** One training message with its candidates described; `relevant` is parallel to `matches`. */
export interface MatchedQuery {
  readonly text: string;
  readonly kind: string;
  readonly matches: readonly ArticleMatch[];
  readonly relevant: readonly boolean[];
}

/** A shop with every message matched against its articles. */
export interface MatchedShop {
  readonly name: string;
  readonly language: Language;
  readonly queries: readonly MatchedQuery[];
}

/**
 * Matches all training material of a language: the invented shops, and the demo shop, once with every second of its
 * sample questions taken away and asked (so that the model also learns what sample questions are worth) and once with
 * messages written for it.
 */
export async function matchShops(language: Language): Promise<MatchedShop[]> {
  const embedder = await openEmbedder(language);
  const space = readTokenSpace(language);
  const { classifiers } = await openIntentService('knowledge', new Map([[language, embedder]]), '.xiaoer/index');
  const rankIntents: RankIntents = (text, vector) => classifiers.get(language)?.rankVector(text, vector) ?? [];
  const shops = [...(await readTrainingShops()), ...(await demoShop(language))];
  const result: MatchedShop[] = [];
  for (const shop of shops.filter((candidate) => candidate.language === language)) {
    const cacheFile = `.xiaoer/training/${shop.name}.vectors`;
    const identity = `${embedder.id} ${space.dimensions} ${space.fingerprint}`;
    const units = indexUnits(shop.articles);
    const { vectors } = await embedUnits(units, await readVectorFile(cacheFile, identity), embedder, space);
    await writeVectorFile(cacheFile, identity, vectors);
    const index = await buildLanguageIndex(
      language,
      shop.articles,
      vectors,
      hnswVectorIndexFactory,
      embedder.dimensions,
      rankIntents,
    );
    const reader = { embedder, space, rankIntents, words: index.words };
    const queries = await Promise.all(
      shop.queries.map(async ({ text, kind, relevant }): Promise<MatchedQuery> => {
        const query = await readQuery(readableText(text), language, reader);
        const matches = findCandidates(query, index).map((at) => matchArticle(query, index, at, space.dimensions));
        const isRelevant = matches.map(({ position }) => relevant.includes(shop.articles[position].id));
        return { text, kind, matches, relevant: isRelevant };
      }),
    );
    result.push({ name: shop.name, language, queries });
  }
  await embedder.close();
  return result;
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
