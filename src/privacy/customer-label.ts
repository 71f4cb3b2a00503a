import { createHash } from 'node:crypto';

/**
 * How the audit trail names a customer, whose id may be a phone number: 32 bits of its hash. Whoever asks whether a known
 * customer's data was erased can tell; nobody can tell from the label whose it was, since many numbers share one.
 */
export function customerLabel(customerId: string): string {
  return createHash('sha256').update(`customer:${customerId}`).digest('hex').slice(0, 8);
}
