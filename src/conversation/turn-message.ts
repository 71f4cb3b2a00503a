import type { ConversationState } from '../domain/conversation.ts';
import type { Language } from '../domain/understanding.ts';
import { withoutContactData } from '../intents/contact-data.ts';
import { connects } from './follow-up.ts';
import { withoutCourtesy } from './read-smalltalk.ts';
import { asksSomething } from './smalltalk.ts';
import { afterTakingBack, hasJustTakenBack } from './takes-back-request.ts';
import { readText, type TurnText, type UnderstandDeps } from './understand.ts';

/** A turn's text as it is understood, and as it is searched for. */
export interface TurnMessage {
  readonly message: TurnText;
  /** Without what names the customer. */
  readonly searched: TurnText;
  /** Whether it does nothing but take back the request for a person. */
  readonly onlyTakesBack: boolean;
}

/** Reads what a customer wrote, without what stands in front of the matter: thanks, and 不用了 to the offer of a person. Pure. */
export function readTurnMessage(
  state: ConversationState,
  raw: string,
  language: Language,
  deps: Pick<UnderstandDeps, 'correct'>,
): TurnMessage {
  const takenBack = hasJustTakenBack(state) ? afterTakingBack(raw) : undefined;
  const typed = readText(raw, language, deps);
  // 不用了，发票怎么开 asks what stands behind.
  const message = takenBack
    ? { ...typed, text: readText(takenBack, language, deps).text }
    : withoutThanks(state, typed);
  return { message, searched: withoutContact(message), onlyTakesBack: takenBack === '' };
}

/** The address that a customer gives is no topic of its own; a message of nothing else is left whole. */
function withoutContact(message: TurnText): TurnText {
  const text = withoutContactData(message.text);
  return /[\p{L}\p{N}]/u.test(text) ? { ...message, text } : message;
}

/**
 * Thanks for the last answer must not hide the next question. What asks nothing is left whole: 可以啊 蛮聪明的 is praise; so is
 * what opens a conversation: who only says 你好 has not been answered yet.
 */
function withoutThanks({ turns }: ConversationState, message: TurnText): TurnText {
  if (turns.length === 0) return message;
  const rest = withoutCourtesy(message.text);
  const asks = asksSomething(rest, message.language) || connects(rest, message.language);
  return asks ? { ...message, text: rest } : message;
}
