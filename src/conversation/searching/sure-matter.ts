import type { Understanding } from '../../domain/understanding.ts';

/** What a message surely wants. */
export interface SureMatter {
  /** Whether it asks something of goods. */
  readonly isOfGoods: boolean;
  /** Whether one of the intents is of the same group. */
  isServedBy(intents: readonly string[]): boolean;
}

/** From here on an intent tells which of several readings is meant. */
const SURE = 0.8;
/** Groups of the intents that ask something of goods. */
const OF_GOODS: ReadonlySet<string> = new Set(['product', 'price']);

/** What an understood message wants; undefined where its intent is not sure. Pure. @param catalogue intents by name */
export function sureMatterOf(
  { intents: [first] }: Understanding,
  catalogue: ReadonlyMap<string, { readonly group: string }>,
): SureMatter | undefined {
  const group = first && first.confidence >= SURE ? catalogue.get(first.name)?.group : undefined;
  if (group === undefined) return undefined;
  const isServedBy = (intents: readonly string[]) => intents.some((name) => catalogue.get(name)?.group === group);
  return { isOfGoods: OF_GOODS.has(group), isServedBy };
}
