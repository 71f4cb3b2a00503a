import type { MessageHandler } from '../../conversation/lane/handle-message.ts';
import type { MessageAnswer } from '../../conversation/lane/message-answer.ts';
import { InvalidFieldError } from '../../domain/errors.ts';
import type { ChannelStore } from '../../ports/channel-store.ts';
import type { Clock, NewId } from '../../ports/clock.ts';
import type { ConversationStore } from '../../ports/conversation-store.ts';
import type { ConversationIds } from '../conversation-ids.ts';
import { unheardLines, withReply } from '../unheard-lines.ts';
import { type ChatLine, type ChatMessage, hashLines, readChat } from './chat-lines.ts';
import { importHistory } from './import-history.ts';

/** What answering a chat needs. */
export interface ChatDeps {
  readonly messages: Pick<MessageHandler, 'handle'>;
  readonly store: Pick<ConversationStore, 'load' | 'append'>;
  readonly channels: ChannelStore;
  readonly ids: ConversationIds;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** A request of a client that sends the whole chat each time. */
export interface ChatTurn {
  /** Whose key it came with: chats of different clients never meet. */
  readonly client: string;
  readonly messages: readonly ChatMessage[];
  /** What the client calls the conversation or its customer; found by the history when absent. */
  readonly name?: string;
  /** Makes a repeated request harmless for sure. */
  readonly idempotencyKey?: string;
}

/** The answer, and what was said to the customer: by agents meanwhile, then by the bot. */
export interface ChatAnswer {
  readonly answer: MessageAnswer;
  readonly text: string;
}

const DAY = 24 * 3_600_000;
/** The same request within this time, milliseconds, is the client trying again. */
const RETRY_MS = 60_000;

/**
 * Answers the last words of a chat; what was said before is stored already, or is taken over from the request.
 * @throws InvalidFieldError when the customer said nothing.
 */
export async function answerChat(deps: ChatDeps, turn: ChatTurn): Promise<ChatAnswer> {
  const { history, text } = readChat(turn.messages);
  if (text === '') throw new InvalidFieldError('messages', 'must end with one of the user that has text');
  const place =
    turn.name === undefined ? await placeByHistory(deps, turn, history, text) : await placeByName(deps, turn);
  const { conversationId } = place;
  await importHistory(deps.store, conversationId, history, deps.clock.now());
  const messageId = place.messageId ?? (await messageIdOf(deps, turn, conversationId));
  const answer = await deps.messages.handle(conversationId, { messageId, text, channel: 'openai' });
  const unheard = await unheardLines(deps, conversationId, messageId);
  const said = withReply(unheard, answer).join('\n\n');
  if (turn.name === undefined) await rememberEnd(deps, turn, conversationId, [...history, line(text), reply(said)]);
  return { answer, text: said };
}

const line = (text: string): ChatLine => ({ role: 'user', text });
const reply = (text: string): ChatLine => ({ role: 'assistant', text });

interface Place {
  readonly conversationId: string;
  readonly messageId?: string;
}

async function placeByName({ ids }: ChatDeps, { client, name }: ChatTurn): Promise<Place> {
  return { conversationId: ids('openai', `${client}\n${name}`) };
}

/**
 * A chat without a name is known by what was said in it. Two customers whose chats began alike share a conversation as
 * long as they are alike, and part when one of them says something else.
 */
async function placeByHistory(
  deps: ChatDeps,
  { client, idempotencyKey }: ChatTurn,
  history: readonly ChatLine[],
  text: string,
): Promise<Place> {
  const { channels, clock, newId } = deps;
  const now = clock.now();
  const request = `chat:${hashLines(`${client}\n${idempotencyKey ?? ''}`, [...history, line(text)])}`;
  const before = await recall<{ conversationId: string; messageId: string; at: number }>(channels, request);
  const isRecent = before && now - before.at < RETRY_MS;
  const isAnswered = isRecent && (await agentSpokeAfter(deps, before.conversationId, before.messageId));
  if (before && (idempotencyKey !== undefined || (isRecent && !isAnswered))) return before;
  const place = {
    // The same words after an agent's are new ones, in the same conversation.
    conversationId:
      (isAnswered ? before.conversationId : await continued(deps, client, history)) ?? `openai.${newId()}`,
    messageId: `chat-${newId()}`,
  };
  await channels.remember(request, JSON.stringify({ ...place, at: now }), now + DAY);
  return place;
}

/** The conversation that ends with this history, unless it has gone on since. */
async function continued(deps: ChatDeps, client: string, history: readonly ChatLine[]): Promise<string | undefined> {
  if (history.length === 0) return undefined;
  const end = await recall<{ conversationId: string; version: number }>(deps.channels, endKey(client, history));
  if (!end) return undefined;
  const later = (await deps.store.load(end.conversationId)).slice(end.version);
  return later.some((event) => event.type === 'customer_wrote') ? undefined : end.conversationId;
}

async function rememberEnd(
  { channels, store, clock }: ChatDeps,
  { client }: ChatTurn,
  conversationId: string,
  lines: readonly ChatLine[],
): Promise<void> {
  const { length: version } = await store.load(conversationId);
  await channels.remember(endKey(client, lines), JSON.stringify({ conversationId, version }), clock.now() + 30 * DAY);
}

const endKey = (client: string, lines: readonly ChatLine[]) => `chat-end:${hashLines(client, lines)}`;

/** A name for the customer's last words in a named conversation: the same when the client tries again. */
async function messageIdOf({ store, clock }: ChatDeps, turn: ChatTurn, conversationId: string): Promise<string> {
  const { history, text } = readChat(turn.messages);
  if (turn.idempotencyKey !== undefined) return `chat-${hashLines(turn.idempotencyKey, [])}`;
  const base = `chat-${hashLines('', [...history, line(text)])}`;
  const written = (await store.load(conversationId)).filter((event) => event.type === 'customer_wrote');
  const same = written.filter(({ messageId }) => messageId.startsWith(base));
  const last = written.at(-1);
  const isRetry =
    last !== undefined &&
    last.messageId === same.at(-1)?.messageId &&
    clock.now() - last.at < RETRY_MS &&
    !(await agentSpokeAfter({ store }, conversationId, last.messageId));
  if (isRetry) return last.messageId;
  return same.length === 0 ? base : `${base}.${same.length}`;
}

/** Whether a person has spoken since: whoever then says the same again does not merely try again. */
async function agentSpokeAfter(
  { store }: Pick<ChatDeps, 'store'>,
  conversationId: string,
  messageId: string,
): Promise<boolean> {
  const events = await store.load(conversationId);
  const written = events.findIndex((event) => event.type === 'customer_wrote' && event.messageId === messageId);
  // While its turn is under way it is not stored: nobody can have spoken since.
  return written >= 0 && events.slice(written + 1).some((event) => event.type === 'agent_replied');
}

async function recall<T>(channels: ChannelStore, key: string): Promise<T | undefined> {
  const stored = await channels.recall(key);
  return stored === undefined ? undefined : (JSON.parse(stored) as T);
}
