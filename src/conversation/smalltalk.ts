import type { IntentScore } from '../domain/understanding.ts';

/** How the catalogue says an intent is treated. */
export type RouteOf = (intent: string) => 'answer' | 'lookup' | 'smalltalk' | 'escalate' | undefined;

/** A message that asks something besides 亲在吗 is not small talk, so another intent this certain wins. */
const OTHER_INTENT = 0.5;

/** The small-talk intent of a message that is nothing else; undefined when there is something to answer. */
export function smalltalkOnly(intents: readonly IntentScore[], routeOf: RouteOf, certain: number): string | undefined {
  const [first] = intents;
  if (!first || first.confidence < certain || routeOf(first.name) !== 'smalltalk') return undefined;
  const other = intents.some(({ name, confidence }) => routeOf(name) !== 'smalltalk' && confidence >= OTHER_INTENT);
  return other ? undefined : first.name;
}
