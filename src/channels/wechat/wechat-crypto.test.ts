import { describe, expect, it } from 'vitest';
import { openEnvelope, sealReply, verifyAddress } from './open-envelope.ts';
import type { WeChatAccount } from './wechat-account.ts';
import { aesKeyOf, decryptWeChat, encryptWeChat, wechatSignature } from './wechat-crypto.ts';
import { readWeChatMessage } from './wechat-message.ts';
import { readWeChatXml, writeWeChatXml } from './wechat-xml.ts';

// The sample of WeCom's developer documentation (加解密方案说明).
const ACCOUNT: WeChatAccount = {
  ...{ name: 'main', kind: 'kf', id: 'wx5823bf96d3bd56c7', token: 'QDG6eK', people: 'desk' },
  encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
};
const KEY = aesKeyOf(ACCOUNT.encodingAesKey ?? '');
const VERIFY = {
  ...{ msg_signature: '5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3', timestamp: '1409659589', nonce: '263014780' },
  echostr: 'P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==',
};
const ENCRYPTED =
  'RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3T' +
  'UUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsij' +
  'ff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5w' +
  'LVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZ' +
  'Is2pDBS8R07+qN+E7Q==';
const MESSAGE = {
  msg_signature: '477715d11cdb4164915debcba66cb864d751f3e6',
  timestamp: '1409659813',
  nonce: '1372623149',
};
const THEN = 1_409_659_813_000;
const envelope = (encrypted: string) =>
  `<xml><ToUserName><![CDATA[wx5823bf96d3bd56c7]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`;

describe('the sample of the documentation', () => {
  it('verifies the address', () => {
    expect(verifyAddress(ACCOUNT, VERIFY, THEN)).toBe('1616140317555161061');
  });

  it('opens a message', () => {
    const fields = openEnvelope(ACCOUNT, MESSAGE, envelope(ENCRYPTED), THEN);
    expect(fields).toMatchObject({ FromUserName: 'mycreate', MsgType: 'text', Content: 'hello' });
    expect(readWeChatMessage(fields ?? {})).toEqual({
      ...{ openId: 'mycreate', messageId: 'wx-4561255354251345929', text: 'hello' },
    });
  });
});

describe('a callback is refused', () => {
  it.each([
    ['with another signature', { ...MESSAGE, msg_signature: MESSAGE.msg_signature.replace('4', '5') }, ACCOUNT, THEN],
    ['without one', { timestamp: MESSAGE.timestamp, nonce: MESSAGE.nonce }, ACCOUNT, THEN],
    ['with another nonce', { ...MESSAGE, nonce: '1' }, ACCOUNT, THEN],
    ['when it is for another company', MESSAGE, { ...ACCOUNT, id: 'wx0000000000000000' }, THEN],
    ['with another key', MESSAGE, { ...ACCOUNT, encodingAesKey: 'a'.repeat(43) }, THEN],
    ['when it is an old recording', MESSAGE, ACCOUNT, THEN + 601_000],
  ])('%s', (_how, query, account, now) => {
    expect(openEnvelope(account, query, envelope(ENCRYPTED), now)).toBeUndefined();
  });

  it.each([
    '',
    'not xml',
    '<xml>',
    '<other><Encrypt>x</Encrypt></other>',
    `<!DOCTYPE x [<!ENTITY a "b">]>${envelope('x')}`,
  ])('when it is no envelope: %s', (body) => {
    expect(openEnvelope(ACCOUNT, MESSAGE, body, THEN)).toBeUndefined();
  });

  it('when it is damaged although it is signed', () => {
    for (const encrypted of ['', 'AAAA', 'A'.repeat(64), ENCRYPTED.slice(0, 64), '!!!']) {
      const msg_signature = wechatSignature(ACCOUNT.token, MESSAGE.timestamp, MESSAGE.nonce, encrypted);
      expect(openEnvelope(ACCOUNT, { ...MESSAGE, msg_signature }, envelope(encrypted), THEN)).toBeUndefined();
    }
  });

  it('when an account with a key gets a body without encryption', () => {
    const official = { ...ACCOUNT, kind: 'official' as const };
    const signature = wechatSignature(ACCOUNT.token, MESSAGE.timestamp, MESSAGE.nonce);
    const body = '<xml><FromUserName>o</FromUserName><MsgType>text</MsgType><Content>hi</Content></xml>';
    expect(openEnvelope(official, { ...MESSAGE, signature }, body, THEN)).toBeUndefined();
    const { encodingAesKey: _, ...plain } = official;
    expect(openEnvelope(plain, { ...MESSAGE, signature }, body, THEN)).toMatchObject({ Content: 'hi' });
    expect(verifyAddress(plain, { ...MESSAGE, signature, echostr: 'echo' }, THEN)).toBe('echo');
    expect(verifyAddress(plain, { ...MESSAGE, signature: 'x', echostr: 'echo' }, THEN)).toBeUndefined();
  });
});

describe('what we encrypt', () => {
  it('can be read again, whatever its length', () => {
    for (const text of ['', 'a', '您好 🙂', ...Array.from({ length: 40 }, (_, length) => 'x'.repeat(length))]) {
      const encrypted = encryptWeChat(text, KEY, ACCOUNT.id);
      expect(Buffer.from(encrypted, 'base64').length % 32).toBe(0);
      expect(decryptWeChat(encrypted, KEY, ACCOUNT.id)).toBe(text);
    }
  });

  it('is signed like the messages we get', () => {
    const sealed = readWeChatXml(
      sealReply(ACCOUNT, writeWeChatXml({ Content: 'a]]>b<c>&' }), { now: THEN, nonce: 'n' }),
    );
    const { Encrypt = '', MsgSignature, TimeStamp = '', Nonce = '' } = sealed ?? {};
    expect(MsgSignature).toBe(wechatSignature(ACCOUNT.token, TimeStamp, Nonce, Encrypt));
    expect(readWeChatXml(decryptWeChat(Encrypt, KEY, ACCOUNT.id) ?? '')).toEqual({ Content: 'a]]>b<c>&' });
  });
});

describe('a message', () => {
  const base = { FromUserName: 'o-1', CreateTime: '1700000000' };
  it.each([
    [{ MsgType: 'text', Content: ' 在吗 ', MsgId: '1' }, '在吗'],
    [{ MsgType: 'image', PicUrl: 'https://x', MsgId: '1' }, '[图片]'],
    [{ MsgType: 'voice', MsgId: '1', Recognition: '什么时候发货' }, '什么时候发货'],
    [{ MsgType: 'voice', MsgId: '1' }, '[语音]'],
    [{ MsgType: 'location', Label: '广州市海珠区', MsgId: '1' }, '[位置] 广州市海珠区'],
    [{ MsgType: 'event', Event: 'CLICK', EventKey: '人工客服' }, '人工客服'],
  ])('of %o says %s', (fields, text) => {
    expect(readWeChatMessage({ ...base, ...fields })?.text.trim()).toBe(text);
  });

  it('is known again by its id, an event by who and when', () => {
    expect(readWeChatMessage({ ...base, MsgType: 'text', Content: 'a', MsgId: '77' })?.messageId).toBe('wx-77');
    const click = { ...base, MsgType: 'event', Event: 'CLICK', EventKey: 'k' };
    expect(readWeChatMessage(click)?.messageId).toBe('wx-o-1-1700000000');
  });

  it('of the system says nothing', () => {
    for (const Event of ['subscribe', 'unsubscribe', 'VIEW', 'TEMPLATESENDJOBFINISH']) {
      expect(readWeChatMessage({ ...base, MsgType: 'event', Event })).toBeUndefined();
    }
  });
});
