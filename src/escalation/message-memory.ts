import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Language, NEEDS } from '../domain/understanding.ts';
import { nearestRows, nearnessShares } from '../numeric/nearest-rows.ts';
import { PackedRows } from '../numeric/packed-rows.ts';
import { PrincipalSpace } from '../numeric/principal-space.ts';
import { readSections } from '../numeric/read-sections.ts';

/** What is read of a message, in the order in which the memory holds its labels. */
export const READINGS = ['mood', ...NEEDS] as const;
/** One of `READINGS`. */
export type Reading = (typeof READINGS)[number];

const schema = z.object({
  /** Embedder whose vectors are remembered. */
  model: z.string(),
  dimensions: z.int().positive(),
  /** Length of the vectors that are kept, a multiple of 8. */
  width: z.int().positive(),
  texts: z.int().positive(),
  readings: z.array(z.string()),
  /** What the integers of the vectors are to be multiplied with. */
  scale: z.number().positive(),
});

/** Plain form of weights/<language>-moods.json, as training/train-messages.ts writes it. */
export type MessageMemoryFile = z.output<typeof schema>;

/**
 * What stands in weights/<language>-moods.bin, one after the other: as float32 the mean and the axes, row by row; then as
 * int8 the texts in the small space and their labels, row by row.
 */
export interface MessageMemoryRows {
  readonly mean: Float32Array;
  readonly axes: Float32Array;
  readonly texts: Int8Array;
  /** For each text a number a reading: above zero an example of it, below a counter-example, 0 when it says nothing. */
  readonly labels: Int8Array;
}

/** Log odds by what the nearest texts say, one number a reading. */
export type Votes = Readonly<Record<Reading, number>>;

const RECALLED = 30;
/** A text that is so much nearer in cosine weighs e times as much. */
const TEMPERATURE = 0.05;
/** Thirty that agree are not the whole world. */
const LEAST_SHARE = 0.02;

/**
 * Remembers the texts that mood and needs were learned from: a regression knows which words speak for a need, the nearest
 * texts know what was meant by nearly the same words (差六块升级, 帮我拨一下 and 还差多少能升级).
 */
export class MessageMemory {
  readonly model: string;
  readonly dimensions: number;
  readonly #space: PrincipalSpace;
  readonly #mean: Float32Array;
  readonly #texts: PackedRows;
  readonly #labels: Int8Array;

  constructor({ model, width, scale }: MessageMemoryFile, rows: MessageMemoryRows) {
    this.model = model;
    this.dimensions = rows.mean.length;
    this.#space = new PrincipalSpace(rows.axes, width);
    this.#mean = rows.mean;
    this.#texts = new PackedRows(rows.texts, width, scale);
    this.#labels = rows.labels.slice();
  }

  /**
   * What the texts nearest to a message say. Pure.
   * @param embedding vector of the message in the role `classify`
   * @param isForgotten texts that have no vote, for calibrating on them
   */
  votes(embedding: Float32Array, isForgotten: (text: number) => boolean = () => false): Votes {
    const cosines = this.#texts.products(this.#space.project(embedding, this.#mean));
    const vote = (reading: number) => {
      const labelOf = (text: number) => this.#labels[text * READINGS.length + reading];
      const nearest = nearestRows(cosines, RECALLED, (text) => labelOf(text) !== 0 && !isForgotten(text));
      if (nearest.length === 0) return 0;
      const weights = nearnessShares(nearest, cosines, TEMPERATURE).map(
        (share, at) => share * Math.abs(labelOf(nearest[at])),
      );
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const agreeing = weights.reduce((sum, weight, at) => (labelOf(nearest[at]) > 0 ? sum + weight : sum), 0);
      const share = Math.min(1 - LEAST_SHARE, Math.max(LEAST_SHARE, agreeing / total));
      return Math.log(share / (1 - share));
    };
    return Object.fromEntries(READINGS.map((name, reading) => [name, vote(reading)])) as unknown as Votes;
  }
}

/**
 * The memory in weights/<language>-moods.*; `model` names the embedder that it is for.
 * @throws Error when the files were made for other readings
 */
export function readMessageMemory(language: Language): MessageMemory {
  const url = (ending: string) => new URL(`../../weights/${language}-moods.${ending}`, import.meta.url);
  const file = schema.parse(JSON.parse(readFileSync(url('json'), 'utf8')));
  if (file.readings.join() !== READINGS.join()) {
    throw new Error(`weights/${language}-moods.json holds other readings: run training/train-messages.ts`);
  }
  const { floats, integers, end } = readSections(readFileSync(url('bin')));
  const rows = {
    mean: floats(file.dimensions),
    axes: floats(file.width * file.dimensions),
    texts: integers(file.texts * file.width),
    labels: integers(file.texts * READINGS.length),
  };
  end();
  return new MessageMemory(file, rows);
}
