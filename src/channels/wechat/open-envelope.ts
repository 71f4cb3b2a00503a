import type { WeChatAccount } from './wechat-account.ts';
import { aesKeyOf, decryptWeChat, encryptWeChat, isSignature, wechatSignature } from './wechat-crypto.ts';
import { readWeChatXml, writeWeChatXml } from './wechat-xml.ts';

/** The query of a callback. */
export interface CallbackQuery {
  readonly signature?: string;
  readonly msg_signature?: string;
  readonly timestamp?: string;
  readonly nonce?: string;
  readonly echostr?: string;
}

/** The clock of WeChat and ours may differ by so much, in seconds; older callbacks are somebody's recordings. */
const MOST_SKEW = 600;

/**
 * Answers WeChat's question whether this is the right address.
 * @returns what to answer with; undefined when WeChat did not ask
 */
export function verifyAddress(account: WeChatAccount, query: CallbackQuery, now: number): string | undefined {
  const { echostr = '' } = query;
  if (!isFresh(query, now)) return undefined;
  if (account.kind === 'official') return isSigned(account, query) ? echostr : undefined;
  return decrypt(account, query, echostr);
}

/**
 * Opens a callback: checks who sent it, and decrypts it.
 * @returns the fields of the message; undefined when it is not WeChat's, damaged, old, or for another account
 */
export function openEnvelope(
  account: WeChatAccount,
  query: CallbackQuery,
  body: string,
  now: number,
): Readonly<Record<string, string>> | undefined {
  const envelope = readWeChatXml(body);
  if (!envelope || !isFresh(query, now)) return undefined;
  // An account with a key takes nothing that is not encrypted: its signature does not cover the body.
  if (account.encodingAesKey === undefined) return isSigned(account, query) ? envelope : undefined;
  const text = decrypt(account, query, envelope.Encrypt ?? '');
  return text === undefined ? undefined : readWeChatXml(text);
}

/** A reply as it goes back: encrypted and signed when the account is. */
export function sealReply(account: WeChatAccount, xml: string, { now, nonce }: { now: number; nonce: string }): string {
  const { encodingAesKey, token, id } = account;
  if (encodingAesKey === undefined) return xml;
  const encrypted = encryptWeChat(xml, aesKeyOf(encodingAesKey), id);
  const timestamp = Math.floor(now / 1_000);
  const signature = wechatSignature(token, String(timestamp), nonce, encrypted);
  return writeWeChatXml({ Encrypt: encrypted, MsgSignature: signature, TimeStamp: timestamp, Nonce: nonce });
}

function isSigned({ token }: WeChatAccount, { signature, timestamp = '', nonce = '' }: CallbackQuery): boolean {
  return isSignature(signature, wechatSignature(token, timestamp, nonce));
}

function decrypt(
  { token, encodingAesKey = '', id }: WeChatAccount,
  { msg_signature, timestamp = '', nonce = '' }: CallbackQuery,
  encrypted: string,
): string | undefined {
  if (!isSignature(msg_signature, wechatSignature(token, timestamp, nonce, encrypted))) return undefined;
  return decryptWeChat(encrypted, aesKeyOf(encodingAesKey), id);
}

function isFresh({ timestamp = '' }: CallbackQuery, now: number): boolean {
  return /^\d{1,12}$/.test(timestamp) && Math.abs(now / 1_000 - Number(timestamp)) <= MOST_SKEW;
}
