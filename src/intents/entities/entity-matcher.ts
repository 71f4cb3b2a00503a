import type { EntityKind } from '../../domain/understanding.ts';
import type { CalendarDate } from './calendar-date.ts';

/** One way of writing one kind of entity. */
export interface EntityMatcher {
  readonly kind: EntityKind;
  /** Global, over folded text; with the flag `d` when it has a group `span`. */
  readonly pattern: RegExp;
  /** Canonical form, or undefined when what was found is something else after all. */
  readonly value: (match: RegExpMatchArray, today?: CalendarDate) => string | undefined;
}
