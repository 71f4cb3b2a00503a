import { maskPersonalData } from './mask-personal-data.ts';

/** Fields that hold nothing but what must be hidden, whatever it looks like. */
const HIDDEN = new Set(['phone', 'email', 'wechat', 'address', 'idNumber', 'customerName']);

/** Fields that hold the shop's own numbers, which may look like anything. */
const KEPT = new Set(['orderNumbers', 'orderId', 'trackingNumber', 'trackingNumbers', 'messageId', 'inReplyTo']);

/**
 * A copy of a JSON value with personal data masked in every text of it, for exports and for services outside. Names keep
 * their first character.
 */
export function maskPersonalFields<T>(value: T): T {
  return maskValue(value, '') as T;
}

function maskValue(value: unknown, field: string): unknown {
  if (typeof value === 'string') return maskField(value, field);
  if (Array.isArray(value)) return value.map((item) => maskValue(item, field));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskValue(item, nameOf(key, field))]));
}

/** `name` is a person's only below a customer or a contact: articles and intents have names, too. */
function nameOf(key: string, parent: string): string {
  return key === 'name' && (parent === 'customer' || parent === 'contact') ? 'customerName' : key;
}

function maskField(text: string, field: string): string {
  if (KEPT.has(field)) return text;
  if (!HIDDEN.has(field)) return maskPersonalData(text);
  const masked = maskPersonalData(text);
  if (masked !== text) return masked;
  const [first = ''] = text;
  return field === 'customerName' ? `${first}**` : '***';
}
