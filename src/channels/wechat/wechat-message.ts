import { cleanText } from '../clean-text.ts';

/** What a follower sent, as the front desk takes it. */
export interface WeChatMessage {
  readonly openId: string;
  /** The same when WeChat delivers it again. */
  readonly messageId: string;
  readonly text: string;
}

/** What stands for a message that is not text, so that the agent sees that there was one. */
const PLACEHOLDERS: Readonly<Record<string, string>> = {
  image: '[图片]',
  voice: '[语音]',
  video: '[视频]',
  shortvideo: '[视频]',
  location: '[位置]',
  link: '[链接]',
  file: '[文件]',
  miniprogram: '[小程序]',
  business_card: '[名片]',
};

/** The words for a kind of message that is not text; undefined for kinds that nobody sends by hand. */
export const placeholderOf = (type: string): string | undefined => PLACEHOLDERS[type];

/** Reads a callback of an official account; undefined for events that say nothing. */
export function readWeChatMessage(fields: Readonly<Record<string, string>>): WeChatMessage | undefined {
  const { FromUserName: openId = '', CreateTime = '', MsgId, MsgType = '' } = fields;
  const text = cleanText(textOf(MsgType, fields));
  // Events have no id of their own; WeChat says to use these two.
  const messageId = `wx-${MsgId ?? `${openId}-${CreateTime}`}`;
  return openId === '' || text === '' ? undefined : { openId, messageId, text };
}

function textOf(type: string, fields: Readonly<Record<string, string>>): string {
  if (type === 'text') return fields.Content ?? '';
  // A button of the account's menu says what its owner wrote as its key, such as 人工客服.
  if (type === 'event') return fields.Event === 'CLICK' ? (fields.EventKey ?? '') : '';
  const more = { voice: fields.Recognition, location: fields.Label, link: fields.Title }[type];
  if (type === 'voice' && more) return more;
  return [PLACEHOLDERS[type] ?? '', more ?? ''].join(' ').trim();
}
