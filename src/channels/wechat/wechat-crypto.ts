import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { isSameSecret } from '../is-same-secret.ts';

/** Padding goes to 32 bytes although the cipher's block has 16: WeChat's own variety of PKCS#7. */
const BLOCK = 32;
const RANDOM = 16;
const HEAD = RANDOM + 4;

/** SHA-1 over the parts, sorted: the signature of WeChat's callbacks, in lower-case hex. */
export function wechatSignature(...parts: readonly string[]): string {
  return createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');
}

/** Whether a signature is the expected one, in constant time. */
export function isSignature(given: string | undefined, expected: string): boolean {
  return isSameSecret(given ?? '', expected);
}

/** The 32 bytes of an EncodingAESKey, which is base64 without its last character. */
export function aesKeyOf(encodingAesKey: string): Buffer {
  return Buffer.from(`${encodingAesKey}=`, 'base64');
}

/**
 * Decrypts what WeChat encrypted: 16 random bytes, the length in 4 bytes, the text, the id of the receiver.
 * @returns undefined when it was encrypted with another key, is damaged, or is meant for somebody else
 */
export function decryptWeChat(encrypted: string, key: Buffer, receiver: string): string | undefined {
  const bytes = decipher(encrypted, key);
  const padding = bytes?.at(-1) ?? 0;
  if (!bytes || padding < 1 || padding > BLOCK || bytes.length - padding < HEAD) return undefined;
  const content = bytes.subarray(0, bytes.length - padding);
  const end = HEAD + content.readUInt32BE(RANDOM);
  if (end > content.length || content.subarray(end).toString() !== receiver) return undefined;
  return content.subarray(HEAD, end).toString();
}

/** Encrypts a text for WeChat. */
export function encryptWeChat(text: string, key: Buffer, receiver: string, random = randomBytes(RANDOM)): string {
  const body = Buffer.from(text);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const content = Buffer.concat([random, length, body, Buffer.from(receiver)]);
  const padding = BLOCK - (content.length % BLOCK);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([
    cipher.update(content),
    cipher.update(Buffer.alloc(padding, padding)),
    cipher.final(),
  ]).toString('base64');
}

function decipher(encrypted: string, key: Buffer): Buffer | undefined {
  try {
    const cipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    return Buffer.concat([cipher.update(Buffer.from(encrypted, 'base64')), cipher.final()]);
  } catch {
    // Not a whole number of blocks: nothing that WeChat has sent.
    return undefined;
  }
}
