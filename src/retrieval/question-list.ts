import { dot } from '../numeric/dot.ts';
import { createPace } from '../system/create-pace.ts';
import type { IndexedArticle } from './indexed-article.ts';
import type { LanguageIndex } from './language-index.ts';
import type { QuestionSpace } from './question-space.ts';

/** An entry and how far it asks the same as the customer; comparable within one question. */
export interface AlikeQuestion {
  readonly position: number;
  readonly likeness: number;
}

/** Units looked at around a question or an entry: an entry's title and its sentence are two. */
const NEIGHBOURS = 48;
const NEIGHBOURS_OF_ENTRY = 24;
/** Entries that a mean is taken over, and its weight: as published for CSLS. */
const CROWD = 10;
const CROWD_WEIGHT = 0.5;

/**
 * Ranks the entries of a list of nothing but questions, where what is wanted is the one that asks the same. Many entries
 * of such a list lie close together, and the one that says it most plainly is near to whatever is asked; so an entry
 * counts by its cosine less half its mean cosine with its own ten neighbours (cross-domain similarity local scaling,
 * Conneau et al., "Word translation without parallel data", ICLR 2018).
 *
 * Vectors and means are kept once computed: two kilobytes an entry that ever came into question.
 */
export class QuestionList {
  readonly #index: LanguageIndex;
  readonly #space: QuestionSpace | undefined;
  readonly #vectors = new Map<number, Float32Array>();
  readonly #crowding = new Map<number, number>();

  /** @param space where cosines are taken; without one, between the sentence vectors as they are */
  constructor(index: LanguageIndex, space?: QuestionSpace) {
    this.#index = index;
    this.#space = space;
  }

  /**
   * Whether more than half of the articles say no more than their title. A question of two sentences among them looks
   * like a body and must not change that.
   */
  holds(positions: readonly number[]): boolean {
    return positions.filter((position) => isBare(this.#index.articles[position])).length > positions.length / 2;
  }

  /** The entries nearest to a message and those at `positions`, most alike first; equals stand as in the index. */
  async rank(sentence: Float32Array, positions: readonly number[]): Promise<AlikeQuestion[]> {
    const pace = createPace('turn');
    const asked = this.#project(sentence);
    const ranked: AlikeQuestion[] = [];
    for (const position of new Set([...positions, ...this.#near(sentence, NEIGHBOURS)])) {
      await pace();
      ranked.push({ position, likeness: dot(asked, this.#vector(position)) - CROWD_WEIGHT * this.#crowd(position) });
    }
    return ranked.sort((a, b) => b.likeness - a.likeness || a.position - b.position);
  }

  #near(sentence: Float32Array, count: number): number[] {
    return this.#index.vectors.search(sentence, count).map(({ position }) => this.#index.articleOfPosition[position]);
  }

  #vector(position: number): Float32Array {
    const known = this.#vectors.get(position);
    if (known) return known;
    const vector = this.#project(this.#index.articles[position].title.vectors.sentence);
    this.#vectors.set(position, vector);
    return vector;
  }

  /** Mean cosine with the entry's nearest others; 0 where there are none. */
  #crowd(position: number): number {
    const known = this.#crowding.get(position);
    if (known !== undefined) return known;
    const vector = this.#vector(position);
    const { sentence } = this.#index.articles[position].title.vectors;
    const cosines = [...new Set(this.#near(sentence, NEIGHBOURS_OF_ENTRY))]
      .filter((other) => other !== position)
      .map((other) => dot(vector, this.#vector(other)))
      .sort((a, b) => b - a)
      .slice(0, CROWD);
    const crowd = cosines.reduce((sum, cosine) => sum + cosine, 0) / Math.max(1, cosines.length);
    this.#crowding.set(position, crowd);
    return crowd;
  }

  #project(sentence: Float32Array): Float32Array {
    return this.#space?.project(sentence) ?? sentence;
  }
}

function isBare({ title, sentences, headings }: IndexedArticle): boolean {
  return sentences.length === 1 && sentences[0].unit.text === title.unit.text && headings.every((heading) => !heading);
}
