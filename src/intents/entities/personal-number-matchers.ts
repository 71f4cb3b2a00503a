import { PERSONAL_DATA } from '../../privacy/personal-data.ts';
import { foldText } from '../../text/fold-text.ts';
import type { EntityMatcher } from './entity-matcher.ts';

/**
 * Identity, passport and bank card numbers. As long as order numbers, they would be looked up, and then be repeated in the
 * reply and in the brief.
 */
export const PERSONAL_NUMBER_MATCHERS: readonly EntityMatcher[] = PERSONAL_DATA.filter(
  ({ kind }) => kind === 'id' || kind === 'card',
).map(({ pattern, mask }) => ({
  kind: undefined,
  pattern,
  value: (match) => mask(match.groups?.span ?? match[0]),
}));

/** Whether a text holds an identity, passport or bank card number. */
export function holdsPersonalNumber(text: string): boolean {
  const folded = foldText(text);
  return PERSONAL_NUMBER_MATCHERS.some(({ pattern, value }) =>
    [...folded.matchAll(pattern)].some((match) => value(match) !== undefined),
  );
}
