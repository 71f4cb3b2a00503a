import type { ConversationState } from '../../domain/conversation.ts';
import type { TurnInput } from '../../domain/turn.ts';
import type { Understanding } from '../../domain/understanding.ts';
import type { Intent } from '../../intents/intent.ts';
import type { ShopData } from '../../ports/shop-data.ts';
import type { Passage, SearchResult } from '../../retrieval/search-result.ts';
import { type LookUp, lookUp, numbersIn } from '../../shop/look-up.ts';
import { asksOwnOrder } from '../reading/asks-own-order.ts';
import { numbersLookedUp } from '../reading/current-order.ts';
import { givenNumber } from '../reading/given-number.ts';
import { lacksNumber } from '../reading/lacks-number.ts';
import { withholdsNumber } from '../reading/rejects-answer.ts';
import { textOf } from './decisions.ts';
import type { DecisionThresholds } from './thresholds.ts';
import { wasSaid } from './was-said.ts';

/** What looking up calls and goes by. */
export interface LookUpDeps {
  readonly thresholds: DecisionThresholds;
  readonly catalogue: ReadonlyMap<string, Intent>;
  readonly shopData?: ShopData;
}

/**
 * Looks up when a number was given, or the state of an order is asked for. An intent alone does not tell 退款多快 from
 * 我的退款到哪了, so a message that the knowledge answers must be about the customer's own order. Without a number, the one that was
 * looked up last is meant.
 *
 * @param answerable whether the knowledge has an answer
 * @param goesOn whether the message goes on about the order that was looked up last
 */
export async function lookUpIfAsked(
  state: ConversationState,
  understanding: Understanding,
  { answerable, goesOn }: { readonly answerable: boolean; readonly goesOn: boolean },
  input: TurnInput,
  deps: LookUpDeps,
): Promise<LookUp | undefined> {
  if (!deps.shopData) return undefined;
  const { text, language, entities } = understanding;
  const raw = input.texts.join('\n');
  const route = surestRoute(understanding, deps);
  const awaited = state.awaiting?.slot === 'order_number';
  const customer = input.customer?.id ?? state.customer?.id;
  const found = numbersIn(entities).length > 0 || !awaited ? entities : givenNumber(raw);
  if (numbersIn(found).length > 0) return lookUp(found, customer, deps.shopData);
  const lacks = withholdsNumber(raw, language) || lacksNumber(raw, language);
  if (awaited && lacks) return lookUp([], customer, deps.shopData);
  if (route !== 'lookup' && !awaited && !goesOn) return undefined;
  if (answerable && !asksOwnOrder(text, language) && !goesOn) return undefined;
  // A customer who was asked for the number and now asks something else is not held to it.
  if (awaited && topRoute(understanding, deps) !== 'lookup') return undefined;
  return lookUp(numbersLookedUp(state), customer, deps.shopData);
}

/**
 * Whether what only a look-up would answer is asked in a shop whose orders cannot be looked up: the state of the customer's own order, or
 * anything of an order by its number; and not answered by the knowledge. Pure.
 */
export function cannotLookUp(understanding: Understanding, answerable: boolean, deps: LookUpDeps): boolean {
  if (deps.shopData || answerable) return false;
  return numbersIn(understanding.entities).length > 0 || asksForUnseenOrder(understanding, deps);
}

/** What stands beside a number that is given and adds nothing to it. */
const GIVES =
  /^(?:我的|这个?|是|给你?|发你|订单|编号|快递|运单|单号|号码?|(?:my|the|this|here|order|tracking|number|no|is|it'?s|you go)(?![a-z])|[^\p{L}\p{N}])*$/iu;

/**
 * Whether a message gives an order's number and says no more, in a shop whose orders cannot be looked up: no page is an answer to it. Pure.
 * @param raw as written, of which the entities are spans
 */
export function givesNumberInVain(
  raw: string,
  { entities }: Pick<Understanding, 'entities'>,
  { shopData }: Pick<LookUpDeps, 'shopData'>,
): boolean {
  const numbers = entities.filter((each) => numbersIn([each]).length > 0);
  if (shopData || numbers.length === 0) return false;
  return GIVES.test(numbers.reduceRight((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, raw));
}

/** Whether the state of the customer's own order is surely meant, and cannot be looked up. Pure. */
export function asksForUnseenOrder(understanding: Understanding, deps: LookUpDeps): boolean {
  if (deps.shopData || surestRoute(understanding, deps) !== 'lookup') return false;
  return asksOwnOrder(understanding.text, understanding.language);
}

/** Tells whether an article is about where orders are, by the names of the intents that it speaks of. */
export function isOfOrders({ catalogue }: Pick<LookUpDeps, 'catalogue'>): (intents: readonly string[]) => boolean {
  return (intents) => intents.some((name) => catalogue.get(name)?.route === 'lookup');
}

/** From so likely on, a page on the very matter says more of an order than nothing, where none can be looked up. */
const ON_ORDERS = 0.5;

/**
 * The page that a shop whose orders cannot be looked up has written for whoever asks where theirs is, though it is less likely to answer than other
 * questions need; undefined where there is none or it was just shown. Pure.
 */
export function pageOnOrders(
  understanding: Understanding,
  { passages, candidates, probability }: SearchResult,
  said: readonly string[],
  deps: LookUpDeps,
): readonly Passage[] | undefined {
  if (probability < ON_ORDERS || !asksForUnseenOrder(understanding, deps)) return undefined;
  const [best] = candidates;
  return isOfOrders(deps)(best?.intents ?? []) && !wasSaid(textOf(passages, understanding), said)
    ? passages
    : undefined;
}

/** How the best intent is treated, however certain it is. */
function topRoute({ intents: [intent] }: Understanding, { catalogue }: LookUpDeps): Intent['route'] | undefined {
  return intent && catalogue.get(intent.name)?.route;
}

/** How the best intent is treated, where it is certain enough to steer the turn. */
export function surestRoute(understanding: Understanding, deps: LookUpDeps): Intent['route'] | undefined {
  const [intent] = understanding.intents;
  return intent && intent.confidence >= deps.thresholds.intent ? topRoute(understanding, deps) : undefined;
}
