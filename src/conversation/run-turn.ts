import type { ConversationState } from '../domain/conversation.ts';
import type { HandoffDraft } from '../domain/decision.ts';
import type { TurnInput, TurnResult } from '../domain/turn.ts';
import { handoffBrief } from '../escalation/handoff-brief.ts';
import { readEntities } from '../intents/entities.ts';
import { isOnlyAttachments, withoutAttachmentMarks } from '../text/attachment-marks.ts';
import { decide } from './deciding/decide.ts';
import { asksForUnseenOrder, isOfOrders } from './deciding/look-up-if-asked.ts';
import type { Decision } from './deciding/turn-facts.ts';
import { gatherFacts, type HeardTurn } from './gather-facts.ts';
import { givenContact } from './given-contact.ts';
import { askedParts } from './reading/asked-parts.ts';
import { turnLanguage } from './reading/turn-language.ts';
import { readTurnMessage } from './reading/turn-message.ts';
import { understand } from './reading/understand.ts';
import { partChosen } from './searching/part-chosen.ts';
import { searchInContext } from './searching/search-in-context.ts';
import { joinParts, searchParts } from './searching/search-parts.ts';
import { sureMatterOf } from './searching/sure-matter.ts';
import { withoutOtherMatters } from './searching/without-other-matters.ts';
import { withoutUnpriced } from './searching/without-unpriced.ts';
import { botOwns } from './state/bot-owns.ts';
import type { TurnDeps } from './turn-deps.ts';
import { silent, toResult } from './turn-result.ts';
import { unseenAttachment } from './unseen-attachment.ts';

/**
 * One turn, from text to decision: the only place where understanding, knowledge, orders and policy meet.
 * The same state and input give the same result.
 */
export async function runTurn(state: ConversationState, input: TurnInput, deps: TurnDeps): Promise<TurnResult> {
  const written = input.texts.join('\n');
  const raw = withoutAttachmentMarks(written);
  const language = turnLanguage(raw, state.language, input.locale, deps.written);
  const message = readTurnMessage(state, raw, language, deps);
  if (!botOwns(state)) return silent(await understand(message.message, deps.dayOf(input.now), deps));
  if (isOnlyAttachments(written)) return unseenAttachment(state, input, language, deps);
  const contact = givenContact(state, raw, language, deps.replies);
  if (contact) return contact;
  const turn = await hear({ ...message, state, input, raw }, deps);
  const facts = await gatherFacts(turn, deps);
  const decision = decide(facts, deps.replies[language], deps.thresholds);
  return toResult(turn.understanding, turn.search, decision, {
    handoff: handoffOf(turn, decision, deps),
    lookUp: facts.lookUp,
  });
}

/**
 * Understands and searches side by side: the model is at one of them while the event loop is at the other. The search asks
 * the model first: what follows waits for its passes, and nothing but the decision waits for mood and parts of a message.
 */
async function hear(turn: Omit<HeardTurn, 'understanding' | 'search'>, deps: TurnDeps): Promise<HeardTurn> {
  const { state, input, message, searched } = turn;
  const { language } = message;
  const today = deps.dayOf(input.now);
  const find = async (text: string) =>
    withoutUnpriced(await deps.search(text, language, today, searched.text), text, language);
  const chosen = partChosen(state, searched, deps.partOf);
  if (chosen) return { ...turn, understanding: await understand(message, today, deps), search: chosen };
  const asks = askedParts(searched.text, language);
  const understood = Promise.resolve().then(() => understand(message, today, deps));
  const matter = async () => sureMatterOf(await understood, deps.catalogue);
  const [understanding, whole, parts] = await Promise.all([
    understood,
    searchInContext(state, searched, find, deps.vocabulary?.(language), matter),
    searchParts(asks, language, find),
  ]);
  const found = joinParts(whole, parts, { apart: asks.apart, line: deps.thresholds.answer });
  const search = asksForUnseenOrder(understanding, deps) ? withoutOtherMatters(found, isOfOrders(deps)) : found;
  return { ...turn, understanding, search };
}

function handoffOf(
  { state, raw, understanding }: HeardTurn,
  { escalation }: Decision,
  { catalogue }: TurnDeps,
): HandoffDraft | undefined {
  if (!escalation) return undefined;
  const { reason } = escalation;
  const brief = handoffBrief({ state, text: raw, understanding, reason, catalogue, entitiesOf: readEntities });
  return { ...escalation, brief };
}
