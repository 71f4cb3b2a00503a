import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { seededRandom } from '../src/intents/seeded-random.ts';

const kind = z.object({ subjects: z.array(z.string()), frames: z.array(z.array(z.string()).min(3)) });
const schema = z.object({
  synonyms: z.record(z.string(), z.array(z.string())),
  openings: z.array(z.string()),
  endings: z.array(z.string()),
  kinds: z.record(z.string(), kind),
});

/** A question; two of the same `meaning` ask the same, all others do not. */
export interface Paraphrase {
  readonly text: string;
  readonly meaning: string;
}

/** Of each subject so many frames are taken, and of each frame so many ways to ask. */
const FRAMES = 8;
const WAYS = 3;

/** Writes questions from training/paraphrases/zh.yaml: the same ones at every call. */
export function writeParaphrases(): Paraphrase[] {
  const file = readFileSync(new URL('paraphrases/zh.yaml', import.meta.url), 'utf8');
  const { synonyms, openings, endings, kinds } = schema.parse(parse(file));
  const random = seededRandom(7);
  const draw = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)];
  const some = <T>(from: readonly T[], count: number): T[] => {
    const left = [...from];
    return Array.from(
      { length: Math.min(count, left.length) },
      () => left.splice(Math.floor(random() * left.length), 1)[0],
    );
  };
  const words = new RegExp(
    Object.keys(synonyms)
      .sort((a, b) => b.length - a.length)
      .join('|'),
    'g',
  );
  const reword = (text: string) => text.replace(words, (word) => (random() < 0.3 ? draw(synonyms[word]) : word));
  const around = (text: string) =>
    (random() < 0.15 ? draw(openings) : '') + text + (random() < 0.6 ? draw(endings) : '');
  return Object.entries(kinds).flatMap(([name, { subjects, frames }]) =>
    subjects.flatMap((subject) =>
      some([...frames.entries()], FRAMES).flatMap(([frame, ways]) =>
        some(ways, WAYS).map((way) => ({
          text: around(reword(way.replaceAll('{x}', subject))),
          meaning: `${name} ${frame} ${subject}`,
        })),
      ),
    ),
  );
}
