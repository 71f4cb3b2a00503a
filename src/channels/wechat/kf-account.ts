import { createHash } from 'node:crypto';
import type { OutboxMessage } from '../../ports/outbox.ts';
import type { KfApi, KfMessage } from '../../ports/wechat-api.ts';
import { attempt } from '../attempt.ts';
import { calledFor } from '../called-for.ts';
import { changeOf } from '../change-of.ts';
import type { ChannelDeps } from '../channel-deps.ts';
import { cleanText } from '../clean-text.ts';
import { Inbox } from '../inbox.ts';
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
  readonly #notices: Inbox<KfNotice>;
  readonly #messages: Inbox<KfMessage>;

  constructor(account: WeChatAccount, api: KfApi, deps: ChannelDeps) {
    this.account = account;
    this.#api = api;
    this.#deps = deps;
    const name = `in:${weChatChannel(account)}`;
    // A notice is good for ten minutes: fetching does not wait for the engine.
    this.#notices = new Inbox(name, deps, { run: (notice) => this.#fetch(notice) });
    this.#messages = new Inbox(`${name}.messages`, deps, {
      run: (message, passed) => this.#take(message, passed),
      needsEngine: true,
    });
  }

  /** Takes note that there is something to fetch; on disk when it resolves. Fetching comes after. */
  async receive(notice: KfNotice): Promise<void> {
    const key = createHash('sha256').update(JSON.stringify(notice)).digest('base64url');
    // One fetch after another for each desk: they share a cursor.
    await this.#notices.put({ key, lane: notice.openKfId, item: notice });
  }

  targets(): Target[] {
    return [
      {
        delayAfter: (failures: number) => waitAfter(CHANNEL_WAITS, failures, this.#deps.random),
        ...{ atOnce: 8, claimMs: 120_000 },
        name: weChatChannel(this.account),
        tell: ({ conversationId, event }) => this.#tell(conversationId, event),
        deliver: (message) => this.#send(message),
      },
      this.#notices.target(),
      this.#messages.target(),
    ];
  }

  #tell(conversationId: string, event: Parameters<typeof spokenLine>[0]): Told[] {
    if (!conversationId.startsWith(`${weChatChannel(this.account)}.`)) return [];
    if (event.type === 'agent_replied' && event.messageId.startsWith(FOREIGN)) return [];
    const lane = conversationId;
    if (this.account.people === 'desk') return spokenLine(event) ? [{ lane }] : [];
    // Where people answer in WeCom, our own desk has nothing to say about waiting and opening hours.
    // A customer who needs a person again is queued again: WeCom closed the session when the first one was done.
    if (calledFor(event)) return [{ lane, part: 'queue' }];
    return event.type !== 'system_said' && spokenLine(event) ? [{ lane }] : [];
  }

  async #fetch({ openKfId, token }: KfNotice): Promise<void> {
    const { channels, clock } = this.#deps;
    const key = `kf-cursor:${weChatChannel(this.account)}:${openKfId}`;
    let cursor = await channels.recall(key);
    const since = cursor === undefined ? clock.now() - FIRST_MS : 0;
    for (let more = true; more; ) {
      const page = await this.#api.sync({ openKfId, token, cursor });
      for (const message of page.messages) if (message.sentAt >= since) await this.#keep(message);
      cursor = page.nextCursor;
      // Now that all of the page is on disk. The ids of messages make it harmless to read it again.
      await channels.remember(key, cursor);
      more = page.hasMore;
    }
  }

  /** Lanes by customer: nobody waits for the answer of somebody else. */
  async #keep(message: KfMessage): Promise<void> {
    const { id, openKfId, externalUserId } = message;
    if (externalUserId === undefined) return;
    await this.#messages.put({ key: id, lane: `${openKfId}\n${externalUserId}`, item: message });
  }

  async #take(message: KfMessage, passed: () => void): Promise<void> {
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
      const taken = { messageId, text, channel: 'wechat', queuedElsewhere };
      await this.#deps.messages.handle(conversationId, taken, passed);
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
