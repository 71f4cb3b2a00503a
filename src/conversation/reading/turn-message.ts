import type { ConversationState } from '../../domain/conversation.ts';
import type { Language } from '../../domain/understanding.ts';
import { withoutContactData } from '../../intents/contact-data.ts';
import { hasLetters } from '../../text/letters.ts';
import { asksSomething } from './asks-something.ts';
import { connects } from './points-back.ts';
import { withoutCourtesy } from './read-smalltalk.ts';
import { confirmedTopic } from './reply-to-offer.ts';
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
  // Yes to the only topic offered names it.
  const confirmed = confirmedTopic(state, raw);
  if (confirmed !== undefined) return alike({ ...typed, text: confirmed });
  // 不用了，发票怎么开 asks what stands behind.
  const message = takenBack
    ? { ...typed, text: readText(takenBack, language, deps).text }
    : withoutThanks(state, typed);
  return { message, searched: withoutContact(message), onlyTakesBack: takenBack === '' };
}

function alike(message: TurnText): TurnMessage {
  return { message, searched: message, onlyTakesBack: false };
}

/** The address that a customer gives is no topic of its own; a message of nothing else is left whole. */
function withoutContact(message: TurnText): TurnText {
  const text = withoutContactData(message.text);
  return hasLetters(text) ? { ...message, text } : message;
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
