import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Language } from '../domain/understanding.ts';
import type { Embedder, TokenEmbedder } from '../ports/embedder.ts';
import type { VectorIndexFactory } from '../ports/vector-index.ts';
import type { AnswerModel } from './answer-model.ts';
import { indexUnits } from './index-units.ts';
import { KnowledgeIndex, type LanguageSearch } from './knowledge-index.ts';
import { buildLanguageIndex, type RankIntents } from './language-index.ts';
import type { Knowledge } from './load-knowledge.ts';
import type { ReadingModels } from './match-articles.ts';
import type { TokenSpace } from './token-space.ts';
import { rankUnits } from './unit-intents.ts';
import { embedUnits } from './unit-vectors.ts';
import { readVectorFile, writeVectorFile } from './vector-file.ts';

/** What building needs; one embedder, token space and pair of reading models a language. */
export interface IndexDeps {
  readonly embedders: ReadonlyMap<Language, Embedder & TokenEmbedder>;
  readonly spaces: ReadonlyMap<Language, TokenSpace>;
  readonly reading: ReadonlyMap<Language, ReadingModels>;
  readonly vectorIndex: VectorIndexFactory;
  readonly model: AnswerModel;
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
}

/** Builds a generation, both languages side by side. A cache is replaced only when something in it is new. */
export async function buildKnowledgeIndex(knowledge: Knowledge, deps: IndexDeps): Promise<BuiltIndex> {
  const built = await Promise.all([...deps.embedders.keys()].map((language) => buildSearch(language, knowledge, deps)));
  const found = built.flatMap((each) => each ?? []);
  const languages = new Map(found.map(({ search }) => [search.index.language, search]));
  const content = { generation: generationOf(knowledge), ...knowledge };
  return {
    index: new KnowledgeIndex(content, languages, deps.model),
    embedded: found.reduce((sum, { embedded }) => sum + embedded, 0),
  };
}

/** Undefined for a language without articles. */
async function buildSearch(
  language: Language,
  knowledge: Knowledge,
  deps: IndexDeps,
): Promise<{ search: LanguageSearch; embedded: number } | undefined> {
  const embedder = deps.embedders.get(language);
  const space = deps.spaces.get(language);
  const reading = deps.reading.get(language);
  const articles = knowledge.articles.filter((article) => article.language === language);
  if (!embedder || !space || !reading || articles.length === 0) return undefined;
  const cachePath = deps.cacheDirectory && join(deps.cacheDirectory, language);
  const units = indexUnits(articles);
  const identity = `${embedder.id} ${space.fingerprint}`;
  const file = cachePath && `${cachePath}.vectors`;
  const known = file ? await readVectorFile(file, identity) : new Map();
  const { vectors, embedded } = await embedUnits(units, known, embedder, space);
  if (file && (embedded > 0 || vectors.size !== known.size)) await writeVectorFile(file, identity, vectors);
  const rankIntents = deps.rankIntents(language);
  const intentsId = deps.intentsId?.(language);
  const ranksCache = cachePath && intentsId ? { file: `${cachePath}.ranks`, identity: intentsId } : undefined;
  const unitIntents = await rankUnits(units, vectors, rankIntents, ranksCache);
  const { dimensions } = embedder;
  const index = await buildLanguageIndex(
    language,
    articles,
    vectors,
    deps.vectorIndex,
    dimensions,
    unitIntents,
    cachePath,
  );
  return { search: { index, embedder, space, reading, rankIntents }, embedded };
}

function generationOf({ articles }: Knowledge): string {
  const hash = createHash('sha256');
  for (const { id, version } of articles) hash.update(`${id} ${version}\n`);
  return hash.digest('hex').slice(0, 12);
}
