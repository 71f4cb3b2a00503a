import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Language } from '../domain/understanding.ts';
import type { Embedder, TokenEmbedder } from '../ports/embedder.ts';
import type { VectorIndexFactory } from '../ports/vector-index.ts';
import type { AnswerModel } from './answer-model.ts';
import type { AttentionModel } from './attention-model.ts';
import { indexUnits } from './index-units.ts';
import { KnowledgeIndex, type LanguageSearch } from './knowledge-index.ts';
import { buildLanguageIndex, type RankIntents } from './language-index.ts';
import type { Knowledge } from './load-knowledge.ts';
import type { TokenSpace } from './token-space.ts';
import { embedUnits } from './unit-vectors.ts';
import { readVectorFile, writeVectorFile } from './vector-file.ts';

/** What building needs; one embedder, token space and attention model a language. */
export interface IndexDeps {
  readonly embedders: ReadonlyMap<Language, Embedder & TokenEmbedder>;
  readonly spaces: ReadonlyMap<Language, TokenSpace>;
  readonly attention: ReadonlyMap<Language, AttentionModel>;
  readonly vectorIndex: VectorIndexFactory;
  readonly model: AnswerModel;
  /** Reads intents by language; articles and questions that agree in them belong together. */
  readonly rankIntents: (language: Language) => RankIntents;
  /** Folder of the vector cache; nothing is cached without one. */
  readonly cacheDirectory?: string;
}

/** A built index and how many units had to be embedded for it (0 when nothing changed). */
export interface BuiltIndex {
  readonly index: KnowledgeIndex;
  readonly embedded: number;
}

/** Builds a generation. The vector cache is replaced only when something was embedded anew. */
export async function buildKnowledgeIndex(knowledge: Knowledge, deps: IndexDeps): Promise<BuiltIndex> {
  const languages = new Map<Language, LanguageSearch>();
  let embeddedInAll = 0;
  for (const [language, embedder] of deps.embedders) {
    const space = deps.spaces.get(language);
    const articles = knowledge.articles.filter((article) => article.language === language);
    const attention = deps.attention.get(language);
    if (!space || !attention || articles.length === 0) continue;
    const identity = `${embedder.id} ${space.fingerprint}`;
    const file = deps.cacheDirectory && join(deps.cacheDirectory, `${language}.vectors`);
    const known = file ? await readVectorFile(file, identity) : new Map();
    const { vectors, embedded } = await embedUnits(indexUnits(articles), known, embedder, space);
    if (file && (embedded > 0 || vectors.size !== known.size)) await writeVectorFile(file, identity, vectors);
    embeddedInAll += embedded;
    const rankIntents = deps.rankIntents(language);
    const index = await buildLanguageIndex(
      language,
      articles,
      vectors,
      deps.vectorIndex,
      embedder.dimensions,
      rankIntents,
    );
    languages.set(language, { index, embedder, space, attention, rankIntents });
  }
  const content = { generation: generationOf(knowledge), ...knowledge };
  return { index: new KnowledgeIndex(content, languages, deps.model), embedded: embeddedInAll };
}

function generationOf({ articles }: Knowledge): string {
  const hash = createHash('sha256');
  for (const { id, version } of articles) hash.update(`${id} ${version}\n`);
  return hash.digest('hex').slice(0, 12);
}
