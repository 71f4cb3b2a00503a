import { createHash, randomBytes, randomInt } from 'node:crypto';

/** 256 random bits, for a session. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token or key. They are random, so a plain hash cannot be guessed back. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** How every shop key begins, so that people and secret scanners recognise one. */
export const KEY_PREFIX = 'xo_';

/** A new shop key with 256 random bits. */
export function newShopKey(): string {
  return `${KEY_PREFIX}${newToken()}`;
}

// Without what is mistaken for something else when it is read aloud or copied by hand.
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password that a person can copy by hand: four groups of five letters, 99 bits. */
export function newPassword(): string {
  const group = () => Array.from({ length: 5 }, () => READABLE[randomInt(READABLE.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}
