import { z } from 'zod';
import type { OfficialAccountApi } from '../../ports/wechat-api.ts';
import { createWeChatClient, type WeChatCredentials } from './wechat-client.ts';

/** Messages of customer service (客服消息) of an official account. */
export function createOfficialAccountApi(
  credentials: Omit<WeChatCredentials, 'kind'>,
  now: () => number = Date.now,
): OfficialAccountApi {
  const call = createWeChatClient({ ...credentials, kind: 'official' }, now);
  return {
    async sendText(touser, content) {
      await call('/cgi-bin/message/custom/send', { touser, msgtype: 'text', text: { content } }, z.unknown());
    },
  };
}
