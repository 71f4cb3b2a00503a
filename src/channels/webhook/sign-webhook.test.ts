import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { WEBHOOK_WAITS, waitAfter } from '../retry-waits.ts';
import { readRetryAfter } from './read-retry-after.ts';
import { newWebhookSecret, webhookHeaders } from './sign-webhook.ts';

const body = '{"type":"message.received","data":{"text":"您好 🙂"}}';
const now = () => Math.floor(Date.now() / 1_000);

describe('a signed webhook', () => {
  it('has the signature of the specification', () => {
    // The example of the reference implementations.
    const headers = webhookHeaders(
      { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1_614_265_330, body: '{"test": 2432232314}' },
      ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
    );
    expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  it('is accepted by the library of the specification, under the new secret and the old one', () => {
    const secrets = [newWebhookSecret(), newWebhookSecret()];
    const headers = webhookHeaders({ id: 'msg_1', timestamp: now(), body }, secrets);
    for (const secret of secrets) expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
    expect(() => new Webhook(newWebhookSecret()).verify(body, headers)).toThrow();
    expect(() => new Webhook(secrets[0]).verify(body.replace('您', '我'), headers)).toThrow();
  });

  it('has secrets of 32 bytes', () => {
    expect(newWebhookSecret()).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  });
});

describe('the schedule', () => {
  it('spans days, and ends', () => {
    const total = WEBHOOK_WAITS.reduce((sum, wait) => sum + wait, 0);
    expect(total / 3_600_000).toBeCloseTo(80.6, 1);
    expect(waitAfter(WEBHOOK_WAITS, WEBHOOK_WAITS.length + 1, () => 0)).toBeUndefined();
  });

  it('is spread by a fifth either way', () => {
    expect(waitAfter(WEBHOOK_WAITS, 1, () => 0)).toBe(4_000);
    expect(waitAfter(WEBHOOK_WAITS, 1, () => 0.999_999)).toBe(6_000);
  });
});

describe('Retry-After', () => {
  it('is seconds or a date', () => {
    expect(readRetryAfter('120', 0)).toBe(120_000);
    expect(readRetryAfter('Sat, 28 Nov 2026 12:00:10 GMT', Date.UTC(2026, 10, 28, 12))).toBe(10_000);
    for (const header of [undefined, '', 'soon', '0', 'Sat, 28 Nov 2020 12:00:10 GMT']) {
      expect(readRetryAfter(header, Date.UTC(2026, 10, 28))).toBeUndefined();
    }
  });
});
