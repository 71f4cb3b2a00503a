import type { Line } from '../wire/desk.ts';

/**
 * Joins what is known of a conversation with what has just come, whatever the order and however often it comes: one line
 * a position, oldest first. Of two with one position the later delivery counts.
 * @returns `have` itself when nothing is new, so that nothing is drawn again
 */
export function mergeLines(have: readonly Line[], more: readonly Line[]): readonly Line[] {
  const byPosition = new Map(have.map((line) => [line.position, line]));
  const fresh = more.filter((line) => !isSame(byPosition.get(line.position), line));
  if (fresh.length === 0) return have;
  for (const line of fresh) byPosition.set(line.position, line);
  return [...byPosition.values()].sort((one, other) => one.position - other.position);
}

function isSame(one: Line | undefined, other: Line): boolean {
  return one !== undefined && JSON.stringify(one) === JSON.stringify(other);
}
