import type { ConversationState } from '../../domain/conversation.ts';
import type { Language } from '../../domain/understanding.ts';
import type { Passage } from '../../retrieval/search-result.ts';
import { chosenPart } from '../reading/follow-up.ts';
import type { FoundInParts } from './search-parts.ts';

/** The part of an article below a heading; undefined when there is none any more. */
export type PartOf = (article: string, heading: string) => Passage | undefined;

/** The part of the only topic offered that a message chooses: it needs no search, and is what was meant. */
export function partChosen(
  state: Pick<ConversationState, 'awaiting'>,
  { text, language }: { readonly text: string; readonly language: Language },
  partOf?: PartOf,
): FoundInParts | undefined {
  const chosen = chosenPart(state, text, language);
  const passage = chosen && partOf?.(chosen.article, chosen.heading);
  if (!passage) return undefined;
  const { article, title } = passage.citation;
  const candidates = [{ article, title, score: 1, intents: passage.intents }];
  return { probability: 1, byItself: 1, passages: [passage], candidates, unanswered: [] };
}
