import { readVocabulary, type ShopVocabulary } from './conversation/searching/shop-vocabulary.ts';
import type { Language } from './domain/understanding.ts';
import { haveSameHomophones } from './index-homophones.ts';
import type { IntentService } from './intent-service.ts';
import type { IntentCatalogue } from './intents/intent-catalogue.ts';
import { LANGUAGES } from './open-models.ts';
import type { Article } from './retrieval/article.ts';
import { type BuiltIndex, buildKnowledgeIndex, type IndexDeps } from './retrieval/build-knowledge-index.ts';
import type { KnowledgeIndex } from './retrieval/knowledge-index.ts';
import type { Knowledge } from './retrieval/load-knowledge.ts';
import { areSameArticlesIn } from './retrieval/same-articles.ts';
import { createPace } from './system/create-pace.ts';
import { watchFolder } from './system/watch-folder.ts';
import type { HomophoneIndex } from './text/homophone-index.ts';

/** What is served together: articles know intents by the classifiers that were trained on this catalogue. */
export interface Generation {
  readonly intents: IntentService;
  readonly index: KnowledgeIndex;
  /** What was typed by its sound is set right with it; none without Chinese articles. */
  readonly homophones?: HomophoneIndex;
  /** What the articles of each language tell of words. */
  readonly vocabularies: ReadonlyMap<Language, ShopVocabulary>;
}

/** What a generation is built with. Files are read before the other two are called, which may wait for models. */
export interface KnowledgeDeps {
  /** @param previous whose articles are taken over where their files are the same */
  loadArticles(previous?: Knowledge): Promise<Knowledge>;
  /** @param previous given back when nothing has changed */
  loadIntents(previous?: IntentCatalogue): Promise<IntentCatalogue>;
  /** @param previous whose classifiers are taken over where their examples are the same */
  trainIntents(catalogue: IntentCatalogue, previous?: IntentService): Promise<IntentService>;
  indexDeps(intents: IntentService): Promise<IndexDeps>;
  /** What is set right when it was typed by its sound; undefined for a shop without Chinese articles. */
  indexHomophones(articles: readonly Article[], catalogue: IntentCatalogue): Promise<HomophoneIndex | undefined>;
}

/** Told after each build and when one fails; the last good generation is served then. */
export interface KnowledgeListener {
  /** @param intentProblems as `file:line: what`; after the start they mean that the former intents go on serving */
  built(result: BuiltIndex, seconds: number, intentProblems: readonly string[]): void;
  failed(error: unknown): void;
}

/** Serves one generation of articles and intents at a time and replaces it whole when the files change. */
export class KnowledgeService {
  readonly #folder: string;
  readonly #deps: KnowledgeDeps;
  readonly #listener: KnowledgeListener;
  #knowledge: Knowledge | undefined;
  #current: Generation | undefined;
  #kept: Pick<BuiltIndex, 'kept'> | undefined;
  #building: Promise<void> = Promise.resolve();
  #stopWatching = () => {};

  constructor(folder: string, deps: KnowledgeDeps, listener: KnowledgeListener) {
    this.#folder = folder;
    this.#deps = deps;
    this.#listener = listener;
  }

  /** The generation in service; undefined before the first `rebuild`. */
  get current(): Generation | undefined {
    return this.#current;
  }

  /** Reads the folder and swaps the new generation in; builds run one after the other. @throws what reading throws. */
  rebuild(): Promise<void> {
    const next = this.#building.then(() => this.#build());
    this.#building = next.catch(() => {});
    return next;
  }

  /**
   * Rebuilds whenever an article or intent below the folder changes, within seconds. Settles once changes are noticed:
   * a build that begins then cannot miss an edit.
   */
  async watch(): Promise<void> {
    this.#stopWatching = await watchFolder(this.#folder, {
      ending: '.md',
      changed: () => void this.rebuild().catch((error: unknown) => this.#listener.failed(error)),
      unreadable: (error) => this.#listener.failed(error),
    });
  }

  /** Stops watching and waits for a build under way. */
  async close(): Promise<void> {
    this.#stopWatching();
    await this.#building;
  }

  async #build(): Promise<void> {
    const started = performance.now();
    const before = this.#current?.intents;
    const [knowledge, catalogue] = await Promise.all([
      this.#deps.loadArticles(this.#knowledge),
      this.#deps.loadIntents(before?.catalogue),
    ]);
    // A classifier without the intent that somebody is editing would answer its customers wrongly: keep the former one.
    const isBroken = before !== undefined && catalogue.problems.length > 0;
    const index = async () => {
      const intents = isBroken ? before : await this.#deps.trainIntents(catalogue, before);
      const deps = await this.#deps.indexDeps(intents);
      return { intents, built: await buildKnowledgeIndex(knowledge, deps, this.#kept) };
    };
    // Side by side: what needs no model is read while a start still loads them.
    const [{ intents, built }, homophones, vocabularies] = await Promise.all([
      index(),
      this.#homophones(knowledge, isBroken ? before.catalogue : catalogue),
      this.#vocabularies(knowledge),
    ]);
    this.#knowledge = knowledge;
    this.#current = { intents, index: built.index, homophones, vocabularies };
    this.#kept = built;
    this.#listener.built(built, (performance.now() - started) / 1_000, catalogue.problems);
  }

  async #homophones({ articles }: Knowledge, catalogue: IntentCatalogue): Promise<HomophoneIndex | undefined> {
    const { index, intents, homophones } = this.#current ?? {};
    const isSame = index && intents?.catalogue === catalogue && haveSameHomophones(index.articles, articles);
    return isSame ? homophones : this.#deps.indexHomophones(articles, catalogue);
  }

  /** Here and not when first asked for, so that no customer's turn pays for it. */
  async #vocabularies({ articles }: Knowledge): Promise<ReadonlyMap<Language, ShopVocabulary>> {
    const pace = createPace();
    const vocabularies = new Map<Language, ShopVocabulary>();
    for (const language of LANGUAGES) {
      const isSame = areSameArticlesIn(language, this.#knowledge?.articles ?? [], articles);
      const known = isSame ? this.#current?.vocabularies.get(language) : undefined;
      vocabularies.set(language, known ?? (await readVocabulary(articles, language, pace)));
    }
    return vocabularies;
  }
}
