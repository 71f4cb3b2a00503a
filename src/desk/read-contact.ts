import type { Contact } from '../domain/handoff.ts';

/** Mainland mobile numbers, with or without country code and separators; no part of a longer number. */
const MOBILE = /(?<![\d.])(?:\+?86[- ]?)?(1[3-9]\d[- ]?\d{4}[- ]?\d{4})(?!\d)/;
const INTERNATIONAL = /(?<![\d.])(\+[1-9]\d{0,2}[ -]?(?:\(?\d{1,4}\)?[ -]?){2,5}\d{2,4})(?!\d)/;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
/**
 * Named as an id, or at least looking like one: 微信：payment and "wechat is broken" are none. After "is" a sentence may
 * follow, in which a digit at the end is a slip of the finger.
 */
const WECHAT =
  /(?:微信|(?<![a-z])(?:wechat|wx|vx)|v信)\s*(?:(?:号码|号|id(?![a-z]))\s*(?:是|is\b|[:：])?\s*|(?:[是:：]\s*)?(?=[a-z-]*[\d_])|is\s+(?=[a-z-]*(?:_|\d[\w-]*\d)))([a-z][\w-]{5,19})/i;

/** Contact details in a customer's own words; undefined when there are none. */
export function readContact(text: string): Contact | undefined {
  const phone = (MOBILE.exec(text) ?? INTERNATIONAL.exec(text))?.[1].replace(/[ ()-]/g, '');
  const email = EMAIL.exec(text)?.[0];
  const wechat = WECHAT.exec(text)?.[1];
  if (!phone && !email && !wechat) return undefined;
  return { ...(phone && { phone }), ...(email && { email }), ...(wechat && { wechat }) };
}
