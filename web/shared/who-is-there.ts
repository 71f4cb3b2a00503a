import type { Language } from './language.ts';
import type { SessionView } from './session/session-view.ts';
import { SESSION_TEXTS } from './session-texts.ts';

/**
 * Whom the customer talks to. While a person is called the bot is silent, and must not be praised.
 * @param botHere what is said while the bot answers
 */
export function whoIsThere({ status, agent }: SessionView, language: Language, botHere: string): string {
  const texts = SESSION_TEXTS[language];
  if (status === 'waiting') return texts.personCalled;
  return status === 'human' ? texts.agentHere(agent?.name ?? texts.agent) : botHere;
}
