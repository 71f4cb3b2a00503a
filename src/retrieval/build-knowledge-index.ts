import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { IntentScore, Language } from '../domain/understanding.ts';
import type { Embedder, TokenEmbedder } from '../ports/embedder.ts';
import type { PassageReader } from '../ports/passage-reader.ts';
import type { VectorIndexFactory } from '../ports/vector-index.ts';

import type { Article } from './article.ts';

import type { AttentionModel } from './attention-model.ts';
import { indexUnits } from './index-units.ts';
import { type IndexedArticle, indexArticle, type RankIntents } from './indexed-article.ts';
import { type KeptEntries, keepEntries } from './kept-entries.ts';
import { type AnswerJudges, KnowledgeIndex, type LanguageSearch } from './knowledge-index.ts';
import { buildLanguageIndex } from './language-index.ts';
import type { Knowledge } from './load-knowledge.ts';
import type { QuestionMemory } from './question-memory.ts';
import type { QuestionSpace } from './question-space.ts';
import { areSameArticles } from './same-articles.ts';
import type { TokenSpace } from './token-space.ts';
import { ranksFile, rankUnits, type UnitRanks } from './unit-intents.ts';
import { embedUnits, type UnitVectors } from './unit-vectors.ts';
import { vectorFile } from './vector-file.ts';

/** What building needs; one embedder, token space, attention model and reader a language. */
export interface IndexDeps extends AnswerJudges {
  readonly embedders: ReadonlyMap<Language, Embedder & TokenEmbedder>;
  readonly spaces: ReadonlyMap<Language, TokenSpace>;
  readonly attention: ReadonlyMap<Language, AttentionModel>;
  readonly readers: ReadonlyMap<Language, PassageReader>;
  /** Where there is none, nothing is recalled. */
  readonly memories?: ReadonlyMap<Language, QuestionMemory>;
  /** Where there is none, lists of questions are ranked in the embedder's own space. */
  readonly questionSpaces?: ReadonlyMap<Language, QuestionSpace>;
  readonly vectorIndex: VectorIndexFactory;
  /** Reads intents by language; articles and questions that agree in them belong together. */
  readonly rankIntents: (language: Language) => RankIntents;
  /** Names the classifier behind `rankIntents`; without a name its ranks are not kept between builds. */
  readonly intentsId?: (language: Language) => string | undefined;
  /** Folder of the caches; nothing is cached without one. */
  readonly cacheDirectory?: string;
}

/** A built index and how many units had to be embedded for it (0 when nothing changed). */
export interface BuiltIndex {
  readonly index: KnowledgeIndex;
  readonly embedded: number;
  /** What the next build need not compute again. */
  readonly kept: ReadonlyMap<Language, KeptUnits>;
}

/** What was computed of one language's units, and the index they are in. */
export interface KeptUnits {
  readonly search: LanguageSearch;
  readonly vectors: KeptEntries<UnitVectors>;
  readonly ranks?: KeptEntries<readonly IntentScore[]>;
  readonly articles: ReadonlyMap<Article, IndexedArticle>;
}

/** Builds a generation, both languages side by side. @param previous from which it takes what is the same */
export async function buildKnowledgeIndex(
  knowledge: Knowledge,
  deps: IndexDeps,
  previous?: Pick<BuiltIndex, 'kept'>,
): Promise<BuiltIndex> {
  const built = await Promise.all(
    [...deps.embedders.keys()].map((language) => buildSearch(language, knowledge, deps, previous?.kept.get(language))),
  );
  const found = built.flatMap((each) => each ?? []);
  const languages = new Map(found.map(({ search }) => [search.index.language, search]));
  const content = { generation: generationOf(knowledge), ...knowledge };
  return {
    index: new KnowledgeIndex(content, languages, deps),
    embedded: found.reduce((sum, { embedded }) => sum + embedded, 0),
    kept: new Map(found.map(({ search, kept }) => [search.index.language, kept])),
  };
}

/** Undefined for a language without articles. */
async function buildSearch(
  language: Language,
  knowledge: Knowledge,
  deps: IndexDeps,
  previous: KeptUnits | undefined,
): Promise<{ search: LanguageSearch; embedded: number; kept: KeptUnits } | undefined> {
  const embedder = deps.embedders.get(language);
  const space = deps.spaces.get(language);
  const attention = deps.attention.get(language);
  const articles = knowledge.articles.filter((article) => article.language === language);
  if (!embedder || !space || !attention || articles.length === 0) return undefined;
  const cachePath = deps.cacheDirectory && join(deps.cacheDirectory, language);
  const units = indexUnits(articles);
  const identity = `${embedder.id} ${space.fingerprint}`;
  const intentsId = deps.intentsId?.(language);
  // An edit in one language leaves the other's index as it is: a copy would be megabytes.
  if (previous && isSame(previous, { articles, identity, intentsId })) {
    return { search: previous.search, embedded: 0, kept: previous };
  }
  const file = cachePath ? vectorFile(`${cachePath}.vectors`, identity) : undefined;
  const vectors = await keepEntries(identity, previous?.vectors, file, (known) =>
    embedUnits(units, known, embedder, space),
  );
  const rankIntents = deps.rankIntents(language);
  const rank = (known: UnitRanks) => rankUnits(units, vectors.entries, rankIntents, known);
  const ranksCache = cachePath && intentsId ? ranksFile(`${cachePath}.ranks`, intentsId) : undefined;
  const ranks = intentsId ? await keepEntries(intentsId, previous?.ranks, ranksCache, rank) : undefined;
  const ranksOfUnits = ranks?.entries ?? (await rank(new Map()));
  const rankUnit: RankIntents = (text, vector) => ranksOfUnits.get(text) ?? rankIntents(text, vector);
  // An article that was not edited is the same object; what is known of it holds while its units are read the same way.
  const before = ranks && previous?.ranks?.identity === ranks.identity ? previous.articles : new Map();
  const memory = deps.memories?.get(language);
  const index = await buildLanguageIndex(
    language,
    articles,
    (article) => before.get(article) ?? indexArticle(article, vectors.entries, rankUnit, memory),
    deps.vectorIndex,
    embedder.dimensions,
    cachePath,
  );
  const questionSpace = deps.questionSpaces?.get(language);
  const reader = deps.readers.get(language);
  const search = { index, embedder, space, attention, rankIntents, reader, memory, questionSpace };
  const kept = {
    search,
    vectors,
    ranks,
    articles: new Map(index.articles.map((indexed) => [indexed.article, indexed])),
  };
  return { search, embedded: vectors.added, kept };
}

/** Whether a former build's articles are these, and were read by the same models. */
function isSame(
  { search, vectors, ranks }: KeptUnits,
  now: { articles: readonly Article[]; identity: string; intentsId: string | undefined },
): boolean {
  const before = search.index.articles.map(({ article }) => article);
  return (
    vectors.identity === now.identity &&
    ranks !== undefined &&
    ranks.identity === now.intentsId &&
    areSameArticles(before, now.articles)
  );
}

function generationOf({ articles }: Knowledge): string {
  const hash = createHash('sha256');
  for (const { id, version } of articles) hash.update(`${id} ${version}\n`);
  return hash.digest('hex').slice(0, 12);
}
