import { lineId } from '../../conversation/changes/is-echo.ts';
import { foldConversation } from '../../conversation/state/fold-conversation.ts';
import type { ConversationEvent } from '../../domain/conversation.ts';
import type { ChatwootApi, ChatwootPlace } from '../../ports/chatwoot-api.ts';
import type { OutboxMessage } from '../../ports/outbox.ts';
import { attempt } from '../attempt.ts';
import { calledFor } from '../called-for.ts';
import { changeOf } from '../change-of.ts';
import type { ChannelDeps } from '../channel-deps.ts';
import { cleanText } from '../clean-text.ts';
import { Inbox } from '../inbox.ts';
import { isStillDue } from '../is-still-due.ts';
import { CHANNEL_WAITS, waitAfter } from '../retry-waits.ts';
import { spokenLine } from '../spoken-line.ts';
import type { Delivery, Target } from '../target.ts';
import { briefNote } from './brief-note.ts';
import { type ChatwootAccount, chatwootChannel } from './chatwoot-account.ts';
import type { ChatwootEvent, ChatwootPerson } from './chatwoot-event.ts';
import { isAfter, isOlder, type SeenStatus, SeenStatuses } from './seen-statuses.ts';
import { FOREIGN, toldToChatwoot } from './told-to-chatwoot.ts';

/** `Date` headers have no milliseconds. */
const DATE_STEP_MS = 999;

type Message = NonNullable<ChatwootEvent['message']>;

/**
 * The front desk as agent bot of a Chatwoot account. It answers while a conversation is `pending`; a hand-off opens it,
 * and whatever agents do there decides who has it. Waiting, hours and ratings are Chatwoot's own business.
 */
export class AgentBot {
  readonly account: ChatwootAccount;
  readonly #api: ChatwootApi;
  readonly #deps: ChannelDeps;
  readonly #statuses: SeenStatuses;
  readonly #inbox: Inbox<ChatwootEvent>;

  constructor(account: ChatwootAccount, api: ChatwootApi, deps: ChannelDeps) {
    this.account = account;
    this.#api = api;
    this.#deps = deps;
    this.#statuses = new SeenStatuses(deps);
    this.#inbox = new Inbox(`in:${chatwootChannel(account)}`, deps, {
      run: (event, passed) => this.#take(event, passed),
      needsEngine: true,
    });
  }

  /** Takes an event in; on disk when it resolves. Working it off comes after: Chatwoot waits five seconds at most. */
  async receive(event: ChatwootEvent): Promise<void> {
    const { accountId, conversationId, key } = event;
    await this.#inbox.put({ key: `${accountId}:${key}`, lane: `${accountId}:${conversationId}`, item: event });
  }

  targets(): Target[] {
    return [
      {
        delayAfter: (failures: number) => waitAfter(CHANNEL_WAITS, failures, this.#deps.random),
        ...{ atOnce: 8, claimMs: 60_000 },
        name: chatwootChannel(this.account),
        tell: ({ conversationId, event }) =>
          conversationId.startsWith(`${chatwootChannel(this.account)}.`) ? toldToChatwoot(conversationId, event) : [],
        deliver: (message) => this.#send(message),
      },
      this.#inbox.target(),
    ];
  }

  async #take(event: ChatwootEvent, passed: () => void): Promise<void> {
    const { channels, ids } = this.#deps;
    const channel = chatwootChannel(this.account);
    const { accountId, conversationId: number } = event;
    const conversationId = ids(channel, `${accountId}\n${number}`);
    const place = { accountId, conversationId: number };
    await channels.keepAddress({ conversationId, channel, address: place });
    const before = await this.#statuses.last(conversationId);
    const { message } = event;
    if (message?.by === 'agent') return this.#agentSpoke(conversationId, message, { event, before });
    if (!isOlder(event.at, before)) await this.#followStatus(conversationId, event, before);
    if (message) await this.#customerSpoke(conversationId, message, passed);
  }

  /** Whoever answers has the conversation, unless Chatwoot has told already that they were done after it. */
  async #agentSpoke(
    conversationId: string,
    message: Message,
    { event, before }: { readonly event: ChatwootEvent; readonly before?: SeenStatus },
  ): Promise<void> {
    const text = cleanText(message.text);
    if (text === '') return;
    const { desk } = this.#deps;
    // First: what the line leads to asks for it.
    await this.#statuses.keep(conversationId, statusOf(event), event.at);
    const messageId = `${FOREIGN}${message.id}`;
    await desk.takeOver(conversationId, { ...agentOf(message.sender), text, messageId, echoOf: message.lineId });
    const later = isOlder(event.at, before) ? before?.status : undefined;
    if (statusOf(event) === 'resolved' || later === 'resolved')
      await desk.giveBack(conversationId, { done: 'resolved' });
    else if (statusOf(event) === 'open' && later === 'pending')
      await desk.giveBack(conversationId, { done: 'returned' });
  }

  async #customerSpoke(conversationId: string, message: Message, accepted: () => void): Promise<void> {
    const text = cleanText(message.text);
    if (text === '') return;
    const customer = message.sender?.name ? { name: cleanText(message.sender.name).slice(0, 128) } : undefined;
    const messageId = `${FOREIGN}${message.id}`;
    const taken = { messageId, text, customer, channel: 'chatwoot', queuedElsewhere: true };
    await this.#deps.messages.handle(conversationId, taken, accepted);
  }

  /**
   * Who has the conversation is what Chatwoot says. `pending` gives it back to the bot only when it was open before: it
   * is also the status of what we have asked to be opened and what has not been opened yet.
   */
  async #followStatus(conversationId: string, event: ChatwootEvent, before: SeenStatus | undefined): Promise<void> {
    const { desk, store } = this.#deps;
    const state = foldConversation(conversationId, await store.load(conversationId));
    const isOurs = state.status === 'bot' || state.status === 'resolved';
    // A message on its way while the conversation was opened still says `pending`.
    const wasReturned = before?.status === 'open' && isAfter(event.at, before);
    if (event.status === 'pending' && !isOurs && !wasReturned) return;
    if (event.status === 'pending' && !isOurs) await desk.giveBack(conversationId, { done: 'returned' });
    if (event.status === 'resolved' && !isOurs) await desk.giveBack(conversationId, { done: 'resolved' });
    if (event.status === 'open' && isOurs) await desk.takeOver(conversationId, agentOf(event.assignee));
    await this.#statuses.keep(conversationId, statusOf(event), event.at);
  }

  async #send(message: OutboxMessage): Promise<Delivery> {
    const { feed, channels, store } = this.#deps;
    const change = await changeOf(feed, message);
    const to = change && (await channels.address(change.conversationId));
    if (!change || !to) return { kind: 'delivered' };
    const { conversationId, position, event } = change;
    const place: ChatwootPlace = {
      accountId: to.address.accountId,
      conversationId: to.address.conversationId,
    };
    const isNote = message.payload === 'note';
    // The note is for people, whoever has the conversation by now.
    if (!isNote && !(await isStillDue(store, change, FOREIGN))) return { kind: 'delivered' };
    if (message.payload === 'open' && event.type === 'agent_replied' && !(await this.#isPending(conversationId))) {
      return { kind: 'delivered' };
    }
    if (message.payload === 'open') return attempt(() => this.#open(place, conversationId));
    const text = isNote ? this.#noteOf(event) : spokenLine(event);
    if (!text) return { kind: 'delivered' };
    return attempt(() => this.#api.say(place, text, { isNote, lineId: lineId(conversationId, position) }));
  }

  #noteOf(event: ConversationEvent): string | undefined {
    const draft = calledFor(event);
    return draft && this.#deps.mask(briefNote(draft));
  }

  /** Whether Chatwoot does not show a conversation as theirs that one of its people has. */
  async #isPending(conversationId: string): Promise<boolean> {
    const { status } = foldConversation(conversationId, await this.#deps.store.load(conversationId));
    return status === 'human' && (await this.#statuses.last(conversationId))?.status === 'pending';
  }

  async #open(place: ChatwootPlace, conversationId: string): Promise<void> {
    const at = await this.#api.open(place);
    await this.#statuses.keep(conversationId, 'open', at ?? this.#deps.clock.now(), DATE_STEP_MS);
  }
}

/** A conversation that sleeps is still with its agent. */
const statusOf = ({ status }: ChatwootEvent) => (status === 'snoozed' ? 'open' : status);

function agentOf(person: ChatwootPerson | undefined): { agentId: string; agentName?: string } {
  return { agentId: `${FOREIGN}${person?.id ?? 'somebody'}`, agentName: person?.name };
}
