/** Ids found for one query, best first, and the ids that were meant. */
export interface Ranking {
  readonly found: readonly string[];
  readonly relevant: readonly string[];
}

/** Share of the meant documents among the first `depth`, mean over queries. */
export function recallAt(depth: number, rankings: readonly Ranking[]): number {
  return mean(rankings, ({ found, relevant }) => {
    const first = new Set(found.slice(0, depth));
    return relevant.filter((id) => first.has(id)).length / Math.max(1, relevant.length);
  });
}

/** Mean of 1 / rank of the first meant document, 0 where there is none. */
export function meanReciprocalRank(rankings: readonly Ranking[]): number {
  return mean(rankings, ({ found, relevant }) => {
    const rank = found.findIndex((id) => relevant.includes(id));
    return rank < 0 ? 0 : 1 / (rank + 1);
  });
}

/** Constant of Cormack, Clarke and Büttcher (SIGIR 2009). */
const FUSION = 60;

/** Reciprocal rank fusion: an id counts 1 / (60 + rank) in each list that holds it. */
export function fuseRanks(lists: readonly (readonly string[])[]): string[] {
  const scores = new Map<string, number>();
  for (const list of lists) {
    for (const [index, id] of list.entries()) scores.set(id, (scores.get(id) ?? 0) + 1 / (FUSION + index + 1));
  }
  return [...scores].sort(([, a], [, b]) => b - a).map(([id]) => id);
}

function mean<Item>(items: readonly Item[], score: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + score(item), 0) / Math.max(1, items.length);
}
