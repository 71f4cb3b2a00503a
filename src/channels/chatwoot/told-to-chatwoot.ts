import type { ConversationEvent } from '../../domain/conversation.ts';
import { calledFor } from '../called-for.ts';
import { spokenLine } from '../spoken-line.ts';
import type { Told } from '../target.ts';

/** How ids of agents and of their lines in Chatwoot begin, so that the lines are not sent back there. */
export const FOREIGN = 'chatwoot-';

/**
 * What Chatwoot is told of an event: lines of the bot and of our own agents; for a hand-off first the note, then the
 * opening, so that whoever sees the conversation sees why. Lines of the desk speak of our hours, and stay here. Parts
 * are `note`, `open`, or none for the line itself.
 */
export function toldToChatwoot(lane: string, event: ConversationEvent): Told[] {
  if (calledFor(event)) return ['note', 'open'].map((part) => ({ lane, part }));
  // Whoever has spoken there has the conversation; where it is still pending, Chatwoot does not show it as theirs.
  if (event.type === 'agent_replied') return [event.messageId.startsWith(FOREIGN) ? { lane, part: 'open' } : { lane }];
  return event.type === 'bot_replied' && spokenLine(event) ? [{ lane }] : [];
}
