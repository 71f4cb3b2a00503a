import { createHash } from 'node:crypto';
import type { OutboxMessage } from '../../ports/outbox.ts';
import type { KfApi, KfMessage } from '../../ports/wechat-api.ts';
import { attempt } from '../attempt.ts';
import { changeOf } from '../change-of.ts';
import type { ChannelDeps } from '../channel-deps.ts';
import { cleanText } from '../clean-text.ts';
import { isStillDue } from '../is-still-due.ts';
import { CHANNEL_WAITS, waitAfter } from '../retry-waits.ts';
import { splitText } from '../split-text.ts';
import { spokenLine } from '../spoken-line.ts';
import type { Delivery, Target, Told } from '../target.ts';
import { sendParts } from './official-account.ts';
import { type WeChatAccount, weChatChannel } from './wechat-account.ts';
import { placeholderOf } from './wechat-message.ts';

const TEXT_BYTES = 2_048;
/** WeChat keeps messages for three days; a desk that is connected today does not answer those of yesterday. */
const FIRST_MS = 10 * 60_000;
/** Ids of messages of people in WeCom, so that they are not sent back there. */
const FOREIGN = 'kf-';
/** How ids of those people begin. */
const SERVICER = 'wecom-';

/** What a callback says: there is something to fetch. */
export interface KfNotice {
  readonly openKfId: string;
  readonly token: string;
}

/** WeChat customer service: fetches what customers write, and sends them what is said to them. */
export class KfAccount {
  readonly account: WeChatAccount;
  readonly #api: KfApi;
  readonly #deps: ChannelDeps;

  constructor(account: WeChatAccount, api: KfApi, deps: ChannelDeps) {
    this.account = account;
    this.#api = api;
    this.#deps = deps;
  }

  /** Takes note that there is something to fetch; on disk when it resolves. Fetching comes after. */
  async receive(notice: KfNotice): Promise<void> {
    const { outbox, clock, wake } = this.#deps;
    const id = `${this.#inbox}:${createHash('sha256').update(JSON.stringify(notice)).digest('base64url')}`;
    // One fetch after another for each desk: they share a cursor.
    const lane = notice.openKfId;
    await outbox.put({ id, target: this.#inbox, lane, payload: JSON.stringify(notice), createdAt: clock.now() });
    wake();
  }

  targets(): Target[] {
    const common = {
      delayAfter: (failures: number) => waitAfter(CHANNEL_WAITS, failures, this.#deps.random),
      ...{ atOnce: 8, claimMs: 120_000 },
    };
    return [
      {
        ...common,
        name: weChatChannel(this.account),
        tell: ({ conversationId, event }) => this.#tell(conversationId, event),
        deliver: (message) => this.#send(message),
      },
      {
        ...common,
        name: this.#inbox,
        deliver: (message) => attempt(() => this.#fetch(JSON.parse(message.payload ?? '') as KfNotice)),
      },
    ];
  }

  get #inbox(): string {
    return `in:${weChatChannel(this.account)}`;
  }

  #tell(conversationId: string, event: Parameters<typeof spokenLine>[0]): Told[] {
    if (!conversationId.startsWith(`${weChatChannel(this.account)}.`)) return [];
    if (event.type === 'agent_replied' && event.messageId.startsWith(FOREIGN)) return [];
    const lane = conversationId;
    if (this.account.people === 'desk') return spokenLine(event) ? [{ lane }] : [];
    // Where people answer in WeCom, our own desk has nothing to say about waiting and opening hours.
    // A customer who needs a person again is queued again: WeCom closed the session when the first one was done.
    const called = event.type === 'handoff_opened' || event.type === 'handoff_reopened' ? event.draft : undefined;
    if (called && called.reason !== 'takeover') return [{ lane, part: 'queue' }];
    return event.type !== 'system_said' && spokenLine(event) ? [{ lane }] : [];
  }

  async #fetch({ openKfId, token }: KfNotice): Promise<void> {
    const { channels, clock } = this.#deps;
    const key = `kf-cursor:${weChatChannel(this.account)}:${openKfId}`;
    let cursor = await channels.recall(key);
    const since = cursor === undefined ? clock.now() - FIRST_MS : 0;
    for (let more = true; more; ) {
      const page = await this.#api.sync({ openKfId, token, cursor });
      // Begun in their order and not one after another, so that fragments are answered together.
      await Promise.all(page.messages.filter(({ sentAt }) => sentAt >= since).map((message) => this.#take(message)));
      cursor = page.nextCursor;
      // The ids of messages make it harmless to read a page again.
      await channels.remember(key, cursor);
      more = page.hasMore;
    }
  }

  async #take(message: KfMessage): Promise<void> {
    const { externalUserId, openKfId, servicerId, session } = message;
    if (externalUserId === undefined) return;
    const channel = weChatChannel(this.account);
    const conversationId = this.#deps.ids(channel, `${openKfId}\n${externalUserId}`);
    await this.#deps.channels.keepAddress({ conversationId, channel, address: { openKfId, externalUserId } });
    if (session) return this.#changeHands(conversationId, session);
    const text = cleanText(message.text ?? placeholderOf(message.type) ?? '');
    if (text === '') return;
    const messageId = `${FOREIGN}${message.id}`;
    if (message.origin === 'customer') {
      const queuedElsewhere = this.account.people !== 'desk';
      await this.#deps.messages.handle(conversationId, { messageId, text, channel: 'wechat', queuedElsewhere });
    } else if (message.origin === 'servicer') {
      await this.#deps.desk.takeOver(conversationId, { agentId: agentId(servicerId), text, messageId });
    }
  }

  async #changeHands(conversationId: string, { change, servicerId }: NonNullable<KfMessage['session']>) {
    const { desk } = this.#deps;
    if (change === 'taken') await desk.takeOver(conversationId, { agentId: agentId(servicerId) });
    else await desk.giveBack(conversationId, { done: 'resolved' });
  }

  async #send(message: OutboxMessage): Promise<Delivery> {
    const { feed, channels, store } = this.#deps;
    const change = await changeOf(feed, message);
    const to = change && (await channels.address(change.conversationId));
    if (!change || !to || !(await isStillDue(store, change, SERVICER))) return { kind: 'delivered' };
    const { openKfId, externalUserId } = to.address;
    if (message.payload === 'queue') return attempt(() => this.#api.queueForPeople({ openKfId, externalUserId }));
    const parts = splitText(spokenLine(change.event) ?? '', TEXT_BYTES);
    const idOf = (index: number) =>
      createHash('sha256').update(`${change.conversationId}\n${change.position}\n${index}`).digest('hex').slice(0, 32);
    return attempt(() =>
      sendParts(channels, { id: message.id, now: this.#deps.clock.now() }, parts, (part, index) =>
        this.#api.sendText({ openKfId, externalUserId }, idOf(index), part),
      ),
    );
  }
}

const agentId = (servicerId: string | undefined) => `${SERVICER}${servicerId ?? 'somebody'}`;
