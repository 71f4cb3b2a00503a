import { watch } from 'chokidar';
import type { BuiltIndex, IndexDeps } from './retrieval/build-knowledge-index.ts';
import { buildKnowledgeIndex } from './retrieval/build-knowledge-index.ts';
import type { KnowledgeIndex } from './retrieval/knowledge-index.ts';
import { type Knowledge, loadKnowledge } from './retrieval/load-knowledge.ts';

/** Editors save several files at once, and some programs save one file in several steps. */
const SETTLE_MS = 300;

/** Told after each build and when one fails; `knowledge` still serves the last good generation then. */
export interface KnowledgeListener {
  built(result: BuiltIndex, seconds: number): void;
  failed(error: unknown): void;
}

/** Serves one generation of the knowledge at a time and replaces it whole when the files change. */
export class KnowledgeService {
  readonly #folder: string;
  readonly #deps: IndexDeps;
  readonly #listener: KnowledgeListener;
  #knowledge: Knowledge | undefined;
  #index: KnowledgeIndex | undefined;
  #building: Promise<void> = Promise.resolve();
  #close: () => Promise<void> = async () => {};

  constructor(folder: string, deps: IndexDeps, listener: KnowledgeListener) {
    this.#folder = folder;
    this.#deps = deps;
    this.#listener = listener;
  }

  /** The generation in service; undefined before the first `rebuild`. */
  get index(): KnowledgeIndex | undefined {
    return this.#index;
  }

  /** Reads the folder and swaps the new generation in; builds run one after the other. @throws what reading throws. */
  rebuild(): Promise<void> {
    const next = this.#building.then(() => this.#build());
    this.#building = next.catch(() => {});
    return next;
  }

  /** Rebuilds whenever a file below the folder changes. */
  watch(): void {
    let timer: NodeJS.Timeout | undefined;
    const watcher = watch(this.#folder, { ignoreInitial: true });
    watcher.on('all', () => {
      clearTimeout(timer);
      timer = setTimeout(() => this.rebuild().catch((error: unknown) => this.#listener.failed(error)), SETTLE_MS);
    });
    watcher.on('error', (error) => this.#listener.failed(error));
    this.#close = async () => {
      clearTimeout(timer);
      await watcher.close();
    };
  }

  /** Stops watching and waits for a build under way. */
  async close(): Promise<void> {
    await this.#close();
    await this.#building;
  }

  async #build(): Promise<void> {
    const started = performance.now();
    const knowledge = await loadKnowledge(this.#folder, this.#knowledge);
    const built = await buildKnowledgeIndex(knowledge, this.#deps);
    this.#knowledge = knowledge;
    this.#index = built.index;
    this.#listener.built(built, (performance.now() - started) / 1_000);
  }
}
