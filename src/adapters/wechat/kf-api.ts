import { z } from 'zod';
import type { KfApi, KfMessage } from '../../ports/wechat-api.ts';
import { createWeChatClient, type WeChatCredentials } from './wechat-client.ts';

const event = z.looseObject({
  event_type: z.string(),
  open_kfid: z.string().optional(),
  external_userid: z.string().optional(),
  change_type: z.number().optional(),
  new_servicer_userid: z.string().optional(),
});
const message = z.looseObject({
  msgid: z.string(),
  open_kfid: z.string().optional(),
  external_userid: z.string().optional(),
  send_time: z.number(),
  origin: z.number(),
  servicer_userid: z.string().optional(),
  msgtype: z.string(),
  text: z.looseObject({ content: z.string() }).optional(),
  event: event.optional(),
});
const page = z.object({
  next_cursor: z.string(),
  has_more: z.number().default(0),
  msg_list: z.array(z.unknown()).default([]),
});
const ORIGINS: Readonly<Record<number, KfMessage['origin']>> = { 3: 'customer', 4: 'system', 5: 'servicer' };
/** Kinds of `session_status_change`: taken from the queue, passed on, ended, taken again. */
const CHANGES: Readonly<Record<number, 'taken' | 'ended'>> = { 1: 'taken', 2: 'taken', 3: 'ended', 4: 'taken' };
const IN_QUEUE = 2;

/** WeChat customer service (微信客服) over the API of WeCom. */
export function createKfApi(credentials: Omit<WeChatCredentials, 'kind'>, now: () => number = Date.now): KfApi {
  const call = createWeChatClient({ ...credentials, kind: 'company' }, now);
  return {
    async sync({ openKfId, token, cursor }) {
      const body = { open_kfid: openKfId, token, ...(cursor ? { cursor } : {}), limit: 1_000 };
      const { msg_list, next_cursor, has_more } = await call('/cgi-bin/kf/sync_msg', body, page);
      const messages = msg_list.flatMap((entry) => read(entry, openKfId));
      return { messages, nextCursor: next_cursor, hasMore: has_more === 1 };
    },
    async sendText({ openKfId, externalUserId }, msgid, content) {
      const body = { touser: externalUserId, open_kfid: openKfId, msgid, msgtype: 'text', text: { content } };
      await call('/cgi-bin/kf/send_msg', body, z.unknown());
    },
    async queueForPeople({ openKfId, externalUserId }) {
      const body = { open_kfid: openKfId, external_userid: externalUserId, service_state: IN_QUEUE };
      await call('/cgi-bin/kf/service_state/trans', body, z.unknown());
    },
  };
}

/** One entry of the list; a kind that this release does not know must not hold up the others. */
function read(entry: unknown, openKfId: string): KfMessage[] {
  const parsed = message.safeParse(entry);
  if (!parsed.success) return [];
  const { msgid, send_time, origin, servicer_userid, msgtype, text, event: happened } = parsed.data;
  const change = CHANGES[happened?.change_type ?? 0];
  return [
    {
      id: msgid,
      openKfId: parsed.data.open_kfid ?? happened?.open_kfid ?? openKfId,
      externalUserId: parsed.data.external_userid ?? happened?.external_userid,
      sentAt: send_time * 1_000,
      origin: ORIGINS[origin] ?? 'system',
      servicerId: servicer_userid,
      type: msgtype,
      text: text?.content,
      ...(happened?.event_type === 'session_status_change' && change
        ? { session: { change, servicerId: happened.new_servicer_userid } }
        : {}),
    },
  ];
}
