import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { IntentScore } from '../domain/understanding.ts';
import { createPace } from '../system/create-pace.ts';
import { writeFileWhole } from '../system/write-file-whole.ts';
import type { IndexUnit } from './index-units.ts';
import type { RankIntents } from './language-index.ts';
import { unitKey, type VectorCache } from './unit-vectors.ts';

const schema = z.object({
  format: z.literal(1),
  identity: z.string(),
  // By hand: the file is ours and holds thousands.
  ranks: z.custom<Record<string, IntentScore[]>>((value) => typeof value === 'object' && value !== null),
});

/** Where ranks are kept between starts, and what they came from: embedder, classifier and how it ranks. */
export interface UnitIntentsCache {
  readonly file: string;
  readonly identity: string;
}

/**
 * Ranks the intents of every unit that names or asks something, which takes half a millisecond a unit, and keeps the
 * ranks for the next build.
 * @returns a `RankIntents` that knows these units by their text and asks `rank` for any other
 */
export async function rankUnits(
  units: readonly IndexUnit[],
  vectors: VectorCache,
  rank: RankIntents,
  cache?: UnitIntentsCache,
): Promise<RankIntents> {
  const known = cache ? await readRanks(cache) : new Map<string, readonly IntentScore[]>();
  const ranks = new Map<string, readonly IntentScore[]>();
  const pace = createPace();
  let isNew = false;
  for (const unit of units) {
    if (unit.kind === 'sentence' || ranks.has(unit.text)) continue;
    const found = vectors.get(unitKey(unit));
    if (!found) throw new Error(`no vectors for unit ${unitKey(unit)}`);
    const before = known.get(unit.text);
    isNew ||= before === undefined;
    ranks.set(unit.text, before ?? rank(unit.text, found.sentence));
    await pace();
  }
  if (cache && (isNew || ranks.size !== known.size)) await writeRanks(cache, ranks);
  return (text, vector) => ranks.get(text) ?? rank(text, vector);
}

async function writeRanks({ file, identity }: UnitIntentsCache, ranks: ReadonlyMap<string, unknown>): Promise<void> {
  await writeFileWhole(file, Buffer.from(JSON.stringify({ format: 1, identity, ranks: Object.fromEntries(ranks) })));
}

/** Nothing when there is no such file, or one of another identity, or a damaged one. */
async function readRanks({ file, identity }: UnitIntentsCache): Promise<Map<string, readonly IntentScore[]>> {
  const json = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return '';
    throw cause;
  });
  const parsed = schema.safeParse(parseJson(json));
  return parsed.success && parsed.data.identity === identity ? new Map(Object.entries(parsed.data.ranks)) : new Map();
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
