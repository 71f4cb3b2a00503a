/** The source of an answer. */
export interface Source {
  readonly title: string;
  readonly heading: string;
}

/** The sources of an answer as one reads them, each once. */
export function sourceNames(sources: readonly Source[]): string {
  const names = sources.map(({ title, heading }) => (heading && heading !== title ? `${title} › ${heading}` : title));
  return [...new Set(names)].join('; ');
}

/** A line as the server has it; `position` is its place in the conversation. */
export interface Line {
  readonly position: number;
  readonly role: 'customer' | 'bot' | 'agent' | 'system';
  readonly text: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly messageId?: string;
  readonly agentName?: string;
  readonly action?: string;
  readonly citations?: readonly Source[];
  readonly code?: string;
}

/**
 * Adds lines to those already known, in the order of their positions. A line that comes again, by whatever way and
 * however late, is there once: position is what it is known by. The known list is given back when nothing is new.
 */
export function mergeLines(known: readonly Line[], incoming: readonly Line[]): readonly Line[] {
  const byPosition = new Map(known.map((line) => [line.position, line]));
  const fresh = incoming.filter((line) => !byPosition.has(line.position));
  if (fresh.length === 0) return known;
  for (const line of fresh) byPosition.set(line.position, line);
  return [...byPosition.values()].sort((one, other) => one.position - other.position);
}

/** Whether a line has the place of another that is known: what was there has been deleted, and more was said since. */
export function beginsAnew(known: readonly Line[], incoming: readonly Line[]): boolean {
  const times = new Map(known.map(({ position, at }) => [position, at]));
  return incoming.some(({ position, at }) => (times.get(position) ?? at) !== at);
}

/** The messages that the server's lines do not hold yet, in the order in which they were written. */
export function notYetShown<T extends { readonly messageId: string }>(
  lines: readonly Line[],
  written: readonly T[],
): readonly T[] {
  const shown = new Set(lines.map((line) => line.messageId));
  return written.filter(({ messageId }) => !shown.has(messageId));
}

/** How many lines of others lie behind the last position the customer has seen. */
export function countUnread(lines: readonly Line[], seen: number): number {
  return lines.filter(({ role, position }) => role !== 'customer' && position > seen).length;
}
