import type { MessageAnswer } from '../conversation/message-answer.ts';
import type { ConversationEvent } from '../domain/conversation.ts';
import type { ChannelStore } from '../ports/channel-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConversationStore } from '../ports/conversation-store.ts';

/** A customer who comes back later than this hears everything again that agents have said. */
const HEARD_MS = 90 * 24 * 3_600_000;

/** What listening needs. */
export interface UnheardDeps {
  readonly store: Pick<ConversationStore, 'load'>;
  readonly channels: Pick<ChannelStore, 'recall' | 'remember'>;
  readonly clock: Clock;
}

/** Lines of people and of the desk, by who said them. */
export interface UnheardLine {
  readonly by: 'agent' | 'system';
  readonly text: string;
}

/**
 * What agents and the desk have said since the customer's last request, oldest first: a channel that only answers
 * requests cannot tell it any sooner. The same `messageId` again gives the same lines again.
 */
export async function unheardLines(
  { store, channels, clock }: UnheardDeps,
  conversationId: string,
  messageId: string,
): Promise<UnheardLine[]> {
  const key = `heard:${conversationId}`;
  const events = await store.load(conversationId);
  const last = readPlace(await channels.recall(key));
  const place = last?.messageId === messageId ? last : { messageId, from: last?.to ?? 0, to: events.length };
  if (place !== last) await channels.remember(key, JSON.stringify(place), clock.now() + HEARD_MS);
  return events.slice(place.from, place.to).flatMap(lineOf);
}

/** All that a request brings to read, in the order it was said: what is told about a hand-off follows the reply. */
export function withReply(
  unheard: readonly UnheardLine[],
  { reply, notice }: Pick<MessageAnswer, 'reply' | 'notice'>,
): string[] {
  const told = notice ? unheard.findLastIndex(({ by, text }) => by === 'system' && text === notice.text) : -1;
  const before = told < 0 ? unheard : unheard.slice(0, told);
  const after = told < 0 ? [] : unheard.slice(told);
  return [...before.map((line) => line.text), reply, ...after.map((line) => line.text)].filter((text) => text !== '');
}

interface Place {
  readonly messageId: string;
  readonly from: number;
  readonly to: number;
}

function readPlace(stored: string | undefined): Place | undefined {
  return stored === undefined ? undefined : (JSON.parse(stored) as Place);
}

function lineOf(event: ConversationEvent): UnheardLine[] {
  if (event.type === 'agent_replied') return [{ by: 'agent', text: event.text }];
  return event.type === 'system_said' ? [{ by: 'system', text: event.text }] : [];
}
