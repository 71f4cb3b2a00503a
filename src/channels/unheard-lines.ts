import type { MessageAnswer } from '../conversation/lane/message-answer.ts';
import type { ConversationEvent } from '../domain/conversation.ts';
import type { ChannelStore } from '../ports/channel-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConversationStore } from '../ports/conversation-store.ts';
import { reachOf } from './reach-of.ts';

/** A customer who comes back later than this hears everything again that agents have said. */
const HEARD_MS = 90 * 24 * 3_600_000;

/** What listening needs. */
export interface UnheardDeps {
  readonly store: Pick<ConversationStore, 'load'>;
  readonly channels: Pick<ChannelStore, 'recall' | 'remember' | 'settle'>;
  readonly clock: Clock;
}

/** Lines of people and of the desk, and what the bot answered late, by who said them. */
export interface UnheardLine {
  readonly by: 'agent' | 'bot' | 'system';
  readonly text: string;
}

/**
 * What agents and the desk have said since the customer's last request, oldest first: a channel that only answers
 * requests cannot tell it any sooner. Each line goes to one request, also of several at once and in several processes;
 * the same `messageId` again gives the same lines again.
 */
export async function unheardLines(
  { store, channels, clock }: UnheardDeps,
  conversationId: string,
  messageId: string,
): Promise<UnheardLine[]> {
  const key = `heard:${conversationId}`;
  // Before the events, so that it never reaches beyond them, unless they were erased and the conversation began anew.
  const heard = readPlace(await channels.recall(key));
  const events = await store.load(conversationId);
  const reach = reachOf(events, messageId);
  if (!reach) return [];
  const from = heard && heard.to <= events.length ? heard.to : 0;
  // All lines before `from` have been given to somebody: to this message, or to others.
  const isRepeat = reach.own < from;
  const until = clock.now() + HEARD_MS;
  const lines: UnheardLine[] = [];
  for (const [index, event] of events.slice(0, reach.end).entries()) {
    const line = index < from && !isRepeat ? undefined : lineOf(event, events[index - 1]);
    if (!line) continue;
    const claim = `${key}:${index}:${event.at}`;
    const holder = isRepeat ? await channels.recall(claim) : await channels.settle(claim, messageId, until);
    if (holder === messageId) lines.push(line);
  }
  // Of two requests at once the earlier one may write last: what lies between is looked at again, and not given again.
  if (!isRepeat) await channels.remember(key, JSON.stringify({ to: reach.end } satisfies Place), until);
  return lines;
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

/** How far all lines have been given to requests. */
interface Place {
  readonly to: number;
}

function readPlace(stored: string | undefined): Place | undefined {
  return stored === undefined ? undefined : (JSON.parse(stored) as Place);
}

function lineOf(event: ConversationEvent, before: ConversationEvent | undefined): UnheardLine | undefined {
  // Behind the line that gives the conversation back; what a request brings stands right behind the customer's words.
  if (event.type === 'bot_replied' && before?.type === 'system_said') return { by: 'bot', text: event.reply };
  if (event.type === 'agent_replied') return { by: 'agent', text: event.text };
  return event.type === 'system_said' ? { by: 'system', text: event.text } : undefined;
}
