import type { Entity } from '../domain/understanding.ts';
import { foldText } from '../text/fold-text.ts';
import type { CalendarDate } from './entities/calendar-date.ts';
import { CALENDAR_DATE_MATCHERS } from './entities/calendar-date-matchers.ts';
import { COLOUR_MATCHERS } from './entities/colour-matchers.ts';
import type { EntityMatcher } from './entities/entity-matcher.ts';
import { HEIGHT_MATCHERS } from './entities/height-matchers.ts';
import { IDENTIFIER_MATCHERS } from './entities/identifier-matchers.ts';
import { LOOKALIKE_MATCHERS } from './entities/lookalike-matchers.ts';
import { MONEY_MATCHERS } from './entities/money-matchers.ts';
import { PERSONAL_NUMBER_MATCHERS } from './entities/personal-number-matchers.ts';
import { PRODUCT_MATCHERS } from './entities/product-matchers.ts';
import { RELATIVE_DATE_MATCHERS } from './entities/relative-date-matchers.ts';
import { WEIGHT_MATCHERS } from './entities/weight-matchers.ts';

/** In order of trust: a span that an earlier matcher took is closed to later ones. */
const MATCHERS: readonly EntityMatcher[] = [
  ...PERSONAL_NUMBER_MATCHERS,
  ...IDENTIFIER_MATCHERS,
  ...LOOKALIKE_MATCHERS,
  ...CALENDAR_DATE_MATCHERS,
  ...RELATIVE_DATE_MATCHERS,
  ...MONEY_MATCHERS,
  ...HEIGHT_MATCHERS,
  ...WEIGHT_MATCHERS,
  ...PRODUCT_MATCHERS,
  ...COLOUR_MATCHERS,
];
/** Longer messages are read up to here; the rest of a pasted novel holds no order number worth the time. */
const MAX_CHARACTERS = 4_000;

/**
 * Reads order numbers, sizes, dates and the like by rules: no model, the same result every time. Spans are over the
 * text as given, never overlap and come in order.
 *
 * @param today the customer's calendar day, `YYYY-MM-DD`; makes 昨天 and `last monday` dates. Without it they stay
 *   relative: `today-1`, `last-monday`.
 */
export function readEntities(text: string, today?: CalendarDate): Entity[] {
  const folded = foldText(text.slice(0, MAX_CHARACTERS));
  const taken: Span[] = [];
  for (const { kind, pattern, value } of MATCHERS) {
    for (const match of folded.matchAll(pattern)) {
      // What is meant stands in the group `span` where a pattern needs words around it to be sure.
      const [start, end] = match.indices?.groups?.span ?? [match.index, match.index + match[0].length];
      if (taken.some((other) => start < other.end && other.start < end)) continue;
      const normalised = value(match, today);
      if (normalised !== undefined) {
        taken.push({ kind, text: text.slice(start, end), value: normalised, start, end });
      }
    }
  }
  return taken.filter(isEntity).sort((a, b) => a.start - b.start);
}

/** What a matcher found, an entity or not. */
type Span = Omit<Entity, 'kind'> & Pick<EntityMatcher, 'kind'>;

function isEntity(span: Span): span is Entity {
  return span.kind !== undefined;
}
