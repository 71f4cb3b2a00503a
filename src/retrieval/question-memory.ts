import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Language } from '../domain/understanding.ts';
import { nearestRows, nearnessShares } from '../numeric/nearest-rows.ts';
import { PackedRows } from '../numeric/packed-rows.ts';
import { PrincipalSpace } from '../numeric/principal-space.ts';
import { readSections } from '../numeric/read-sections.ts';

const count = z.int().nonnegative();
const schema = z.object({
  /** Embedder whose vectors are remembered. */
  model: z.string(),
  dimensions: z.int().positive(),
  /** Length of the vectors that are kept, a multiple of 8. */
  width: z.int().positive(),
  /** In the order in which their articles and messages stand in the rows: how many, and of messages how many went unanswered. */
  shops: z.array(z.object({ name: z.string(), articles: count, answered: count, unanswered: count })),
  /** What the integers are to be multiplied with. */
  scale: z.number().positive(),
});

/** Plain form of weights/<language>-memory.json, as training/fit-question-memory.ts writes it. */
export type QuestionMemoryFile = z.output<typeof schema>;

/**
 * What stands in weights/<language>-memory.bin, one after the other: as float32 the means of messages, titles and texts and
 * the axes, row by row; then as int8 the answered messages, the unanswered ones, titles and texts in the small space, row by
 * row; then as uint16 the article that answers each of the answered messages.
 */
export interface QuestionMemoryRows {
  readonly means: Readonly<Record<Part, Float32Array>>;
  readonly axes: Float32Array;
  readonly messages: Int8Array;
  readonly titles: Int8Array;
  readonly texts: Int8Array;
  readonly answers: Uint16Array;
}

type Part = 'message' | 'title' | 'text';

/** An article in the memory's small space. */
export interface Gist {
  readonly title: Float32Array;
  readonly text: Float32Array;
}

/** What a message calls to mind. */
export interface Recollection {
  /** Mean gist of the articles that answered the nearest answered messages; the shorter, the less they agree. */
  readonly gist: Gist;
  /** Cosine of the nearest answered message. */
  readonly nearest: number;
  /** Share, 0 to 1, of the nearest messages that their shop could not answer. */
  readonly unanswered: number;
}

/** Messages that are called to mind. More, fewer, or twice as evenly weighed make no difference beyond chance. */
const RECALLED = 30;
/** A message that is so much nearer in cosine weighs e times as much. */
const TEMPERATURE = 0.05;

/**
 * Remembers what customers of other shops asked and which articles answered it, as vectors: whoever asks for something that
 * no article names (can it go to my aunt in Lyon) asks like others who were answered by an article on shipping abroad, and this shop
 * has one with a title and a text like those. The shops were invented for this project (training/shops).
 */
export class QuestionMemory {
  readonly model: string;
  readonly #space: PrincipalSpace;
  readonly #shops: QuestionMemoryFile['shops'];
  readonly #means: QuestionMemoryRows['means'];
  readonly #messages: PackedRows;
  readonly #titles: Int8Array;
  readonly #texts: Int8Array;
  readonly #scale: number;
  readonly #answers: Uint16Array;

  constructor({ model, width, shops, scale }: QuestionMemoryFile, rows: QuestionMemoryRows) {
    this.model = model;
    this.#space = new PrincipalSpace(rows.axes, width);
    this.#shops = shops;
    this.#means = rows.means;
    this.#messages = new PackedRows(rows.messages, width, scale);
    this.#titles = rows.titles.slice();
    this.#texts = rows.texts.slice();
    this.#scale = scale;
    this.#answers = rows.answers;
  }

  /**
   * What the messages nearest to this one were answered with. A message that two articles answer is remembered with each. Pure.
   * @param sentence vector of the message
   * @param except a shop whose messages are not remembered, for training on it
   */
  recall(sentence: Float32Array, except?: string): Recollection {
    const cosines = this.#messages.products(this.#project(sentence, 'message'));
    const first = this.#answers.length;
    const isOwn = this.#rowsOf(except);
    const answered = nearestRows(cosines, RECALLED, (row) => row < first && !isOwn(row));
    const all = nearestRows(cosines, RECALLED, (row) => !isOwn(row));
    const shares = nearnessShares(all, cosines, TEMPERATURE);
    return {
      gist: this.#meanGist(answered, nearnessShares(answered, cosines, TEMPERATURE)),
      nearest: answered.length > 0 ? cosines[answered[0]] : 0,
      unanswered: all.reduce((sum, row, at) => (row < first ? sum : sum + shares[at]), 0),
    };
  }

  /** @param title vector of an article's title, @param text mean of the vectors of all it says */
  gist(title: Float32Array, text: Float32Array): Gist {
    return { title: this.#project(title, 'title'), text: this.#project(text, 'text') };
  }

  #project(vector: Float32Array, part: Part): Float32Array {
    return this.#space.project(vector, this.#means[part]);
  }

  #meanGist(messages: readonly number[], shares: Float32Array): Gist {
    const { width } = this.#space;
    if (messages.length === 0) return { title: new Float32Array(width), text: new Float32Array(width) };
    return { title: this.#mixture(this.#titles, messages, shares), text: this.#mixture(this.#texts, messages, shares) };
  }

  /** The gists of what answered the messages, each as often as `shares` says; summed as they lie, so that none is spread out. */
  #mixture(gists: Int8Array, messages: readonly number[], shares: Float32Array): Float32Array {
    const { width } = this.#space;
    const sum = new Float32Array(width);
    for (const [at, message] of messages.entries()) {
      const start = this.#answers[message] * width;
      const share = shares[at] * this.#scale;
      for (let column = 0; column < width; column += 1) sum[column] += share * gists[start + column];
    }
    return sum;
  }

  /** Which messages are a shop's; none without a shop. */
  #rowsOf(shop: string | undefined): (row: number) => boolean {
    let [answered, unanswered] = [0, this.#answers.length];
    for (const each of this.#shops) {
      const [from, also] = [answered, unanswered];
      answered += each.answered;
      unanswered += each.unanswered;
      const [to, end] = [answered, unanswered];
      if (each.name === shop) return (row) => (from <= row && row < to) || (also <= row && row < end);
    }
    return () => false;
  }
}

/** The memory of this embedder's vectors, from weights/<language>-memory.*; undefined for another embedder. */
export function readQuestionMemory(language: Language, embedderId: string): QuestionMemory | undefined {
  const url = (ending: string) => new URL(`../../weights/${language}-memory.${ending}`, import.meta.url);
  const file = schema.parse(JSON.parse(readFileSync(url('json'), 'utf8')));
  return file.model === embedderId ? new QuestionMemory(file, rowsOf(file, readFileSync(url('bin')))) : undefined;
}

function rowsOf({ dimensions, width, shops }: QuestionMemoryFile, content: Buffer): QuestionMemoryRows {
  const total = (of: 'articles' | 'answered' | 'unanswered') => shops.reduce((sum, shop) => sum + shop[of], 0);
  const { floats, integers, positions, end } = readSections(content);
  const rows: QuestionMemoryRows = {
    means: { message: floats(dimensions), title: floats(dimensions), text: floats(dimensions) },
    axes: floats(width * dimensions),
    messages: integers((total('answered') + total('unanswered')) * width),
    titles: integers(total('articles') * width),
    texts: integers(total('articles') * width),
    answers: positions(total('answered')),
  };
  end();
  return rows;
}
