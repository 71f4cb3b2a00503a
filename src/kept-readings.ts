import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { indexHomophones } from './index-homophones.ts';
import { loadShopIntents } from './intent-service.ts';
import type { IntentCatalogue } from './intents/intent-catalogue.ts';
import { INTENT_READER } from './intents/parse-intent.ts';
import type { Article } from './retrieval/article.ts';
import { type Knowledge, loadKnowledge } from './retrieval/load-knowledge.ts';
import { ARTICLE_READER } from './retrieval/parse-article.ts';
import { areSameArticles } from './retrieval/same-articles.ts';
import { readKept, writeKept } from './system/kept-file.ts';
import { HOMOPHONE_READER, type HomophoneIndex, type ShopWord } from './text/homophone-index.ts';
import { PairModel } from './text/pair-model.ts';
import { VERSION } from './version.ts';

/** Reads the knowledge folder as if for the first time, whatever an earlier start has kept. */
export interface Readings {
  /** As `loadKnowledge`. */
  knowledge(root: string, previous?: Knowledge): Promise<Knowledge>;
  /** As `loadShopIntents`. */
  intents(root: string, previous?: IntentCatalogue): Promise<IntentCatalogue>;
  /** As `indexHomophones`. */
  homophones(articles: readonly Article[], catalogue: IntentCatalogue): Promise<HomophoneIndex | undefined>;
}

/**
 * Parsing markdown and counting words takes a third of a start, so a start keeps what it read in `folder` for the next
 * one, by the content of the files. An edit does not write: the next start reads what was edited since.
 */
export function keepReadings(folder: string): Readings {
  let isStart = true;
  return {
    async knowledge(root, previous) {
      if (previous) return loadKnowledge(root, previous);
      const file = join(folder, 'articles.json');
      const identity = identityOf(ARTICLE_READER);
      const kept = (await readKept(file, identity)) as Knowledge | undefined;
      const knowledge = await loadKnowledge(root, undefined, kept);
      if (!isSame(knowledge, kept)) await writeKept(file, identity, knowledge);
      return knowledge;
    },
    async intents(root, previous) {
      if (previous) return loadShopIntents(root, previous);
      const file = join(folder, 'intents.json');
      const identity = identityOf(INTENT_READER);
      const kept = (await readKept(file, identity)) as IntentCatalogue | undefined;
      const catalogue = await loadShopIntents(root, kept);
      if (catalogue !== kept) await writeKept(file, identity, catalogue);
      return catalogue;
    },
    async homophones(articles, catalogue) {
      const build = () => indexHomophones(articles, catalogue.intents);
      if (!isStart) return build();
      isStart = false;
      const file = join(folder, 'homophones.json');
      const identity = `${identityOf(HOMOPHONE_READER)} ${contentOf(articles, catalogue)}`;
      const kept = (await readKept(file, identity)) as PlainHomophones | undefined;
      if (kept) return { bySound: new Map(kept.bySound), pairs: PairModel.of(new Map(kept.pairs)) };
      const index = await build();
      if (index) {
        const plain: PlainHomophones = { bySound: [...index.bySound], pairs: [...index.pairs.counts] };
        await writeKept(file, identity, plain);
      }
      return index;
    },
  };
}

interface PlainHomophones {
  readonly bySound: (readonly [sound: string, words: readonly ShopWord[]])[];
  readonly pairs: (readonly [pair: string, count: number])[];
}

/** Sentences are cut by the rules of the ICU that Node.js brings. */
function identityOf(reader: number): string {
  return [VERSION, reader, process.versions.icu].join(' ');
}

function isSame(knowledge: Knowledge, kept: Knowledge | undefined): boolean {
  return (
    kept !== undefined &&
    areSameArticles(kept.articles, knowledge.articles) &&
    JSON.stringify(knowledge.problems) === JSON.stringify(kept.problems)
  );
}

function contentOf(articles: readonly Article[], catalogue: IntentCatalogue): string {
  const hash = createHash('sha256').update(catalogue.version);
  for (const { id, version, language } of articles) if (language === 'zh') hash.update(`${id} ${version}\n`);
  return hash.digest('hex').slice(0, 16);
}
