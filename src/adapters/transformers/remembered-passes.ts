import { LRUCache } from 'lru-cache';
import type { WorkerResult } from './embedding-worker.js';
import type { Lane } from './two-lane-queue.ts';

/** One text through the model, in a thread. `tokens` asks for token vectors besides. */
export type RunPass = (text: string, lane: Lane, tokens: boolean) => Promise<WorkerResult>;

/** A pass that brought token vectors. */
export type TokenPass = Required<WorkerResult>;

/** Numbers of token vectors kept, 2 MB: what a message is classified by, its search asks for a moment later. */
const TOKEN_NUMBERS = 500_000;

/** Where a text is asked from. */
export interface Asked {
  readonly lane: Lane;
  /** Whether the same text is likely to be asked again. */
  readonly keep: boolean;
}

/** What the model made of recent texts: a text asked twice, also at the same time, passes once. */
export class RememberedPasses {
  readonly #run: RunPass;
  readonly #sentences: LRUCache<string, Float32Array>;
  readonly #tokens = new LRUCache<string, TokenPass>({
    maxSize: TOKEN_NUMBERS,
    sizeCalculation: ({ vectors }) => Math.max(1, vectors.length),
  });
  readonly #underWay = new Map<string, Promise<WorkerResult>>();
  readonly #tokensUnderWay = new Map<string, Promise<TokenPass>>();

  /** @param sentences how many sentence vectors to keep */
  constructor(run: RunPass, sentences: number) {
    this.#run = run;
    this.#sentences = new LRUCache({ max: sentences });
  }

  /** Whether the text's sentence vector is known, or will be without a further pass. */
  isKnown(text: string): boolean {
    return this.#sentences.has(text) || this.#tokensUnderWay.has(text) || this.#underWay.has(text);
  }

  /** The sentence vector. Shared: not to be written into. */
  async sentence(text: string, asked: Asked): Promise<Float32Array> {
    const known = this.#sentences.get(text);
    if (known) return known;
    const pending = this.#tokensUnderWay.get(text) ?? this.#underWay.get(text);
    if (pending) return (await pending).sentence;
    return (await this.#start(text, asked, this.#underWay, this.#run(text, asked.lane, false))).sentence;
  }

  /** Sentence and token vectors. Shared: not to be written into. */
  async tokens(text: string, asked: Asked): Promise<TokenPass> {
    const known = this.#tokens.get(text) ?? this.#tokensUnderWay.get(text);
    if (known) return known;
    const pass = this.#run(text, asked.lane, true) as Promise<TokenPass>;
    // Nobody who is waited for is to wait for an index that happens to hold the same text.
    if (!asked.keep) return pass;
    const result = await this.#start(text, asked, this.#tokensUnderWay, pass);
    this.#tokens.set(text, result);
    return result;
  }

  #start<Result extends WorkerResult>(
    text: string,
    { keep }: Asked,
    underWay: Map<string, Promise<Result>>,
    pass: Promise<Result>,
  ): Promise<Result> {
    const pending = pass
      .then((result) => {
        if (keep) this.#sentences.set(text, result.sentence);
        return result;
      })
      .finally(() => underWay.delete(text));
    underWay.set(text, pending);
    return pending;
  }
}
