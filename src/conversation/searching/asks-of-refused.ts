import type { ConversationState } from '../../domain/conversation.ts';
import type { Language } from '../../domain/understanding.ts';
import { ownWords } from '../reading/own-words.ts';
import type { TurnText } from '../reading/understand.ts';
import { spokenTurns } from '../state/last-spoken.ts';
import type { ShopVocabulary } from './shop-vocabulary.ts';

/** Asks whether there are goods of a kind: 有袜子吗, *do you sell umbrellas*. */
const ASKS_FOR_GOODS: Readonly<Record<Language, RegExp>> = {
  zh: /有.*(?:吗|么|嘛|没有?|不)[?？。~～ ]*$|有没有|有木有|卖.{0,8}(?:吗|么|嘛|不)|(?:吗|么)?卖[吗不][?？]*$/u,
  en: /\b(?:do|does|can|would) (?:you|u|the shop|y'all)(?: \w+)? (?:have|sell|stock|carry|do|make|offer)\b|\b(?:any|got|selling|looking for)\b/iu,
};

/** Whether a message of a word or none goes on about goods that were asked for and refused. Pure. */
export function asksOfRefused(
  state: ConversationState,
  { text, language }: Pick<TurnText, 'text' | 'language'>,
  { namesIn }: ShopVocabulary,
): boolean {
  const saysLittle = (said: string) => ownWords(said, language).length <= 1;
  // In between, nothing was answered or offered.
  const asked = spokenTurns(state).findLast((turn) => turn.action !== 'clarify' || !saysLittle(turn.text));
  if (asked?.action !== 'refuse' || !ASKS_FOR_GOODS[language].test(asked.text)) return false;
  return saysLittle(text) && namesIn(text).length === 0;
}
