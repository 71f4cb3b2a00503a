import { foldConversation } from '../../conversation/fold-conversation.ts';
import { lineId } from '../../conversation/is-echo.ts';
import type { ConversationEvent, ConversationState } from '../../domain/conversation.ts';
import type { ChatwootApi, ChatwootPlace } from '../../ports/chatwoot-api.ts';
import type { OutboxMessage } from '../../ports/outbox.ts';
import { attempt } from '../attempt.ts';
import { changeOf } from '../change-of.ts';
import type { ChannelDeps } from '../channel-deps.ts';
import { cleanText } from '../clean-text.ts';
import { isStillDue } from '../is-still-due.ts';
import { CHANNEL_WAITS, waitAfter } from '../retry-waits.ts';
import { spokenLine } from '../spoken-line.ts';
import type { Delivery, Target } from '../target.ts';
import { briefNote } from './brief-note.ts';
import { type ChatwootAccount, chatwootChannel } from './chatwoot-account.ts';
import type { ChatwootEvent, ChatwootPerson } from './chatwoot-event.ts';
import { SeenStatuses } from './seen-statuses.ts';
import { calledFor, FOREIGN, toldToChatwoot } from './told-to-chatwoot.ts';

/** A message on its way while the conversation was opened still says `pending`. */
const UNDER_WAY_MS = 5_000;

/**
 * The front desk as agent bot of a Chatwoot account. It answers while a conversation is `pending`; a hand-off opens it,
 * and whatever agents do there decides who has it. Waiting, hours and ratings are Chatwoot's own business.
 */
export class AgentBot {
  readonly account: ChatwootAccount;
  readonly #api: ChatwootApi;
  readonly #deps: ChannelDeps;
  readonly #statuses: SeenStatuses;

  constructor(account: ChatwootAccount, api: ChatwootApi, deps: ChannelDeps) {
    this.account = account;
    this.#api = api;
    this.#deps = deps;
    this.#statuses = new SeenStatuses(deps);
  }

  /** Takes an event in; on disk when it resolves. Working it off comes after: Chatwoot waits five seconds at most. */
  async receive(event: ChatwootEvent): Promise<void> {
    const { outbox, clock, wake } = this.#deps;
    const id = `${this.#inbox}:${event.accountId}:${event.key}`;
    await outbox.put({ id, target: this.#inbox, payload: JSON.stringify(event), createdAt: clock.now() });
    wake();
  }

  targets(): Target[] {
    const common = {
      delayAfter: (failures: number) => waitAfter(CHANNEL_WAITS, failures, this.#deps.random),
      ...{ atOnce: 8, claimMs: 60_000 },
    };
    return [
      {
        ...common,
        name: chatwootChannel(this.account),
        tell: ({ conversationId, event }) =>
          conversationId.startsWith(`${chatwootChannel(this.account)}.`) ? toldToChatwoot(conversationId, event) : [],
        deliver: (message) => this.#send(message),
      },
      {
        ...common,
        name: this.#inbox,
        deliver: (message) => attempt(() => this.#take(JSON.parse(message.payload ?? '') as ChatwootEvent)),
      },
    ];
  }

  get #inbox(): string {
    return `in:${chatwootChannel(this.account)}`;
  }

  async #take(event: ChatwootEvent): Promise<void> {
    const { channels, ids } = this.#deps;
    const channel = chatwootChannel(this.account);
    const { accountId, conversationId: number } = event;
    const conversationId = ids(channel, `${accountId}\n${number}`);
    const place = { accountId, conversationId: number };
    await channels.keepAddress({ conversationId, channel, address: place });
    if (event.message?.by === 'agent') return this.#agentSpoke(conversationId, event.message, event.status, place);
    const state = foldConversation(conversationId, await this.#deps.store.load(conversationId));
    await this.#followStatus(state, event);
    if (event.message) await this.#customerSpoke(conversationId, event.message);
  }

  async #agentSpoke(
    conversationId: string,
    message: NonNullable<ChatwootEvent['message']>,
    status: ChatwootEvent['status'],
    place: ChatwootPlace,
  ): Promise<void> {
    const text = cleanText(message.text);
    if (text === '') return;
    const handoff = await this.#deps.desk.takeOver(conversationId, {
      ...{ ...agentOf(message.sender), text, messageId: `${FOREIGN}${message.id}`, echoOf: message.lineId },
    });
    // Whoever answers has it; while it is pending, Chatwoot does not show it as theirs.
    if (handoff && status === 'pending') await this.#open(place, conversationId);
  }

  async #customerSpoke(conversationId: string, message: NonNullable<ChatwootEvent['message']>): Promise<void> {
    const text = cleanText(message.text);
    if (text === '') return;
    const customer = message.sender?.name ? { name: cleanText(message.sender.name).slice(0, 128) } : undefined;
    const messageId = `${FOREIGN}${message.id}`;
    await this.#deps.messages.handle(conversationId, {
      ...{ messageId, text, customer, channel: 'chatwoot', queuedElsewhere: true },
    });
  }

  /**
   * Who has the conversation is what Chatwoot says. `pending` gives it back to the bot only when it was open before: it
   * is also the status of what we have asked to be opened and what has not been opened yet.
   */
  async #followStatus(state: ConversationState, event: ChatwootEvent): Promise<void> {
    const { desk, clock } = this.#deps;
    const isOurs = state.status === 'bot' || state.status === 'resolved';
    const before = await this.#statuses.last(state.id);
    const at = event.message?.at ?? clock.now();
    const wasReturned = before?.status === 'open' && at > before.at + UNDER_WAY_MS;
    if (event.status === 'pending' && !isOurs && !wasReturned) return;
    if (event.status === 'pending' && !isOurs) await desk.giveBack(state.id, { done: 'returned' });
    if (event.status === 'resolved' && !isOurs) await desk.giveBack(state.id, { done: 'resolved' });
    if (event.status === 'open' && isOurs) await desk.takeOver(state.id, agentOf(event.assignee));
    const status = event.status === 'snoozed' ? 'open' : event.status;
    if (before?.status !== status) await this.#statuses.keep(state.id, status);
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
    if (message.payload === 'open') return attempt(() => this.#open(place, conversationId));
    const text = isNote ? this.#noteOf(event) : spokenLine(event);
    if (!text) return { kind: 'delivered' };
    return attempt(() => this.#api.say(place, text, { isNote, lineId: lineId(conversationId, position) }));
  }

  #noteOf(event: ConversationEvent): string | undefined {
    const draft = calledFor(event);
    return draft && this.#deps.mask(briefNote(draft));
  }

  async #open(place: ChatwootPlace, conversationId: string): Promise<void> {
    await this.#api.open(place);
    await this.#statuses.keep(conversationId, 'open');
  }
}

function agentOf(person: ChatwootPerson | undefined): { agentId: string; agentName?: string } {
  return { agentId: `${FOREIGN}${person?.id ?? 'somebody'}`, agentName: person?.name };
}
