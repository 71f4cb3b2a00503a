import type { StoredChange } from '../../ports/change-feed.ts';
import type { OutboxMessage } from '../../ports/outbox.ts';
import type { OfficialAccountApi } from '../../ports/wechat-api.ts';
import { attempt } from '../attempt.ts';
import { changeOf } from '../change-of.ts';
import type { ChannelDeps } from '../channel-deps.ts';
import { Inbox } from '../inbox.ts';
import { CHANNEL_WAITS, waitAfter } from '../retry-waits.ts';
import { splitText } from '../split-text.ts';
import { spokenLine } from '../spoken-line.ts';
import type { Delivery, Target } from '../target.ts';
import { PassiveWindows } from './passive-windows.ts';
import { type WeChatAccount, weChatChannel } from './wechat-account.ts';
import type { WeChatMessage } from './wechat-message.ts';

/** WeChat waits five seconds for the answer to a callback; the way there and back takes some of it. */
const PASSIVE_MS = 4_500;
/** After this a message that was taken in and not dealt with, as its process died, is dealt with by another. */
const RESCUE_MS = 10_000;
/** WeChat's bound for a text, bytes of UTF-8. */
const TEXT_BYTES = 2_048;
const DAY = 24 * 3_600_000;

/** An official account: takes in what followers write, and sends them what is said to them. */
export class OfficialAccount {
  readonly account: WeChatAccount;
  readonly #api: OfficialAccountApi;
  readonly #deps: ChannelDeps;
  readonly #windows = new PassiveWindows();
  readonly #inbox: Inbox<WeChatMessage>;

  constructor(account: WeChatAccount, api: OfficialAccountApi, deps: ChannelDeps) {
    this.account = account;
    this.#api = api;
    this.#deps = deps;
    this.#inbox = new Inbox(`in:${weChatChannel(account)}`, deps, {
      run: async (message, passed) => void (await this.#handle(this.#conversationId(message), message, passed)),
      needsEngine: true,
    });
  }

  /**
   * Takes in a message and waits a little for the reply. The message is on disk before anything is answered; WeChat may
   * deliver it as often as it likes.
   * @returns the reply when it is there in time and fits; undefined when it will be sent by the API, or there is none
   */
  async receive(message: WeChatMessage): Promise<string | undefined> {
    const conversationId = this.#conversationId(message);
    const address = { openId: message.openId };
    await this.#deps.channels.keepAddress({ conversationId, channel: weChatChannel(this.account), address });
    const lane = conversationId;
    await this.#inbox.put({ key: message.messageId, lane, item: message, afterMs: RESCUE_MS });
    const key = replyKey(conversationId, message.messageId);
    return this.#windows.during(key, this.#passiveReply(key, conversationId, message));
  }

  /** What is said to followers, and messages whose process died before they were dealt with. */
  targets(): Target[] {
    const prefix = `${weChatChannel(this.account)}.`;
    return [
      {
        delayAfter: (failures: number) => waitAfter(CHANNEL_WAITS, failures, this.#deps.random),
        ...{ atOnce: 8, claimMs: 60_000 },
        name: weChatChannel(this.account),
        tell: ({ conversationId, event }) =>
          conversationId.startsWith(prefix) && spokenLine(event) ? [{ lane: conversationId }] : [],
        deliver: (message) => this.#send(message),
      },
      this.#inbox.target(),
    ];
  }

  #conversationId({ openId }: WeChatMessage): string {
    return this.#deps.ids(weChatChannel(this.account), openId);
  }

  #handle(conversationId: string, { messageId, text }: WeChatMessage, accepted?: () => void) {
    return this.#deps.messages.handle(conversationId, { messageId, text, channel: 'wechat' }, accepted);
  }

  async #passiveReply(key: string, conversationId: string, message: WeChatMessage): Promise<string | undefined> {
    const { channels, clock } = this.#deps;
    const handled = this.#handle(conversationId, message).then(async (answer) => {
      await this.#inbox.done(message.messageId);
      return answer;
    });
    // What fails here is tried again from the outbox, and what is late goes out by the API.
    const answer = await this.#inTime(handled.catch(() => undefined));
    if (!answer?.reply || Buffer.byteLength(answer.reply) > TEXT_BYTES) return undefined;
    const way = await channels.settle(key, 'passive', clock.now() + DAY);
    return way === 'passive' ? answer.reply : undefined;
  }

  /** The value when it comes in time; undefined when it does not. */
  async #inTime<T>(promise: Promise<T>): Promise<T | undefined> {
    let cancel = () => {};
    const late = new Promise<undefined>((resolve) => {
      cancel = this.#deps.startTimer(PASSIVE_MS, () => resolve(undefined));
    });
    try {
      return await Promise.race([promise, late]);
    } finally {
      cancel();
    }
  }

  async #send(message: OutboxMessage): Promise<Delivery> {
    const { feed, channels } = this.#deps;
    const change = await changeOf(feed, message);
    const text = change && spokenLine(change.event);
    const to = change && (await channels.address(change.conversationId));
    if (!text || !to || (await this.#wentPassively(change))) return { kind: 'delivered' };
    return attempt(() =>
      sendParts(channels, { id: message.id, now: this.#deps.clock.now() }, splitText(text, TEXT_BYTES), (part) =>
        this.#api.sendText(to.address.openId, part),
      ),
    );
  }

  async #wentPassively({ conversationId, event }: StoredChange): Promise<boolean> {
    if (event.type !== 'bot_replied') return false;
    const key = replyKey(conversationId, event.inReplyTo.at(-1) ?? '');
    await this.#windows.closed(key);
    return (await this.#deps.channels.settle(key, 'api', this.#deps.clock.now() + DAY)) === 'passive';
  }
}

/** Which way a reply went is settled once: in the answer to the callback, or by the API. */
const replyKey = (conversationId: string, messageId: string) => `wechat-reply:${conversationId}:${messageId}`;

/** Sends the parts of a text in order; after a failure it goes on with the part that failed. */
export async function sendParts(
  channels: Pick<ChannelDeps['channels'], 'recall' | 'remember'>,
  { id, now }: { readonly id: string; readonly now: number },
  parts: readonly string[],
  send: (part: string, index: number) => Promise<void>,
): Promise<void> {
  const key = `sent:${id}`;
  const sent = parts.length > 1 ? Number((await channels.recall(key)) ?? 0) : 0;
  for (const [index, part] of parts.entries()) {
    if (index < sent) continue;
    await send(part, index);
    if (parts.length > 1) await channels.remember(key, String(index + 1), now + DAY);
  }
}
