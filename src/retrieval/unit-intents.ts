import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { IntentScore } from '../domain/understanding.ts';
import { createPace } from '../system/create-pace.ts';
import { parseKeptJson } from '../system/parse-kept-json.ts';
import { writeFileWhole } from '../system/write-file-whole.ts';
import type { IndexUnit } from './index-units.ts';
import type { RankIntents } from './indexed-article.ts';
import type { EntriesFile } from './kept-entries.ts';
import { unitKey, type VectorCache } from './unit-vectors.ts';

const schema = z.object({
  format: z.literal(1),
  identity: z.string(),
  // By hand: the file is ours and holds thousands.
  ranks: z.custom<Record<string, IntentScore[]>>((value) => typeof value === 'object' && value !== null),
});

/** Intents by the text of a unit. */
export type UnitRanks = ReadonlyMap<string, readonly IntentScore[]>;

/**
 * Ranks the intents of every unit that names or asks something and that `known` lacks: half a millisecond a unit.
 * @returns ranks of exactly these units' texts
 */
export async function rankUnits(
  units: readonly IndexUnit[],
  vectors: VectorCache,
  rank: RankIntents,
  known: UnitRanks,
): Promise<UnitRanks> {
  const ranks = new Map<string, readonly IntentScore[]>();
  const pace = createPace();
  for (const unit of units) {
    if (unit.kind === 'sentence' || ranks.has(unit.text)) continue;
    const found = vectors.get(unitKey(unit));
    if (!found) throw new Error(`no vectors for unit ${unitKey(unit)}`);
    ranks.set(unit.text, known.get(unit.text) ?? rank(unit.text, found.sentence));
    await pace();
  }
  return ranks;
}

/** @param identity what the ranks came from: embedder, classifier and how it ranks */
export function ranksFile(file: string, identity: string): EntriesFile<readonly IntentScore[]> {
  return {
    async read() {
      const json = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
        if (cause.code === 'ENOENT') return '';
        throw cause;
      });
      const parsed = schema.safeParse(parseKeptJson(json));
      const isOurs = parsed.success && parsed.data.identity === identity;
      return isOurs ? new Map(Object.entries(parsed.data.ranks)) : new Map();
    },
    async write(ranks) {
      const json = JSON.stringify({ format: 1, identity, ranks: Object.fromEntries(ranks) });
      await writeFileWhole(file, Buffer.from(json));
    },
  };
}
