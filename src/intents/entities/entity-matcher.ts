import type { EntityKind } from '../../domain/understanding.ts';
import type { CalendarDate } from './calendar-date.ts';

/** One way of writing one kind of entity, or of writing what must not be taken for one. */
export interface EntityMatcher {
  /** Undefined for what looks like an entity and is none: nothing else is read from its span, and it is not reported. */
  readonly kind: EntityKind | undefined;
  /** Global, over folded text; with the flag `d` when it has a group `span`. */
  readonly pattern: RegExp;
  /** Canonical form, or undefined when what was found is something else after all. */
  readonly value: (match: RegExpMatchArray, today?: CalendarDate) => string | undefined;
}
