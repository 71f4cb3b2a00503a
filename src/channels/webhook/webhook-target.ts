import type { ChangeFeed } from '../../ports/change-feed.ts';
import type { Clock } from '../../ports/clock.ts';
import type { WebhookEndpoint, WebhookEndpointStore } from '../../ports/webhook-endpoint-store.ts';
import { LONGEST_RETRY_AFTER, WEBHOOK_WAITS, waitAfter } from '../retry-waits.ts';
import type { Delivery, Target } from '../target.ts';
import { readRetryAfter } from './read-retry-after.ts';
import { webhookHeaders } from './sign-webhook.ts';
import { type Mask, webhookEvent, webhookEventType, webhookId } from './webhook-event.ts';

/**
 * One POST to an address that somebody else chose; the body of the answer is of no interest.
 * @throws Error in words for people when there was no answer, or the address must not be reached
 */
export type PostWebhook = (request: {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}) => Promise<{ readonly status: number; readonly retryAfter?: string }>;

/** What sending webhooks needs. */
export interface WebhookTargetDeps {
  readonly endpoints: WebhookEndpointStore;
  readonly feed: ChangeFeed;
  readonly clock: Clock;
  readonly post: PostWebhook;
  readonly mask: Mask;
  /** 0 up to 1, exclusive. */
  readonly random: () => number;
}

/** How many webhooks of one endpoint are under way at once. */
const AT_ONCE = 4;
/** Twice the time one request may take. */
const CLAIM_MS = 30_000;

/** The name of an endpoint's target. */
export const webhookTargetName = (endpointId: string): string => `webhook:${endpointId}`;

/** The endpoints in service, as targets of the courier. */
export async function webhookTargets(deps: WebhookTargetDeps): Promise<Target[]> {
  const endpoints = await deps.endpoints.list();
  return endpoints.filter((endpoint) => !endpoint.disabled).map((endpoint) => webhookTarget(endpoint, deps));
}

function webhookTarget(endpoint: WebhookEndpoint, deps: WebhookTargetDeps): Target {
  const wanted = new Set<string>(endpoint.events);
  return {
    name: webhookTargetName(endpoint.id),
    tell(change) {
      const type = webhookEventType(change);
      return type && (wanted.size === 0 || wanted.has(type)) ? [{}] : [];
    },
    deliver: (message) => deliver(endpoint, message.change ?? 0, deps),
    delayAfter: (failures) => waitAfter(WEBHOOK_WAITS, failures, deps.random),
    atOnce: AT_ONCE,
    claimMs: CLAIM_MS,
  };
}

async function deliver(endpoint: WebhookEndpoint, sequence: number, deps: WebhookTargetDeps): Promise<Delivery> {
  const [change] = await deps.feed.since(sequence - 1, 1);
  // The customer's data was erased meanwhile: there is nothing left to tell.
  if (change?.sequence !== sequence) return { kind: 'delivered' };
  const event = webhookEvent(change, endpoint.unmasked ? (text) => text : deps.mask);
  if (!event) return { kind: 'delivered' };
  const body = JSON.stringify(event);
  const now = deps.clock.now();
  const secrets = endpoint.secrets.filter(({ until }) => until === undefined || until > now);
  const signed = webhookHeaders(
    { id: webhookId(change), timestamp: Math.floor(now / 1_000), body },
    secrets.map(({ secret }) => secret),
  );
  const headers = { 'content-type': 'application/json', 'user-agent': 'Xiaoer-Webhooks', ...signed };
  const answer = await deps.post({ url: endpoint.url, headers, body });
  return judge(endpoint, answer, deps);
}

/** 2xx is success; 410 means never again; everything else, redirects too, is a failure that may pass. */
async function judge(
  endpoint: WebhookEndpoint,
  { status, retryAfter }: Awaited<ReturnType<PostWebhook>>,
  { endpoints, clock }: WebhookTargetDeps,
): Promise<Delivery> {
  if (status >= 200 && status < 300) return { kind: 'delivered' };
  const failure = { reason: `answered ${status}`, status };
  if (status === 410) {
    // Removed, or given a new secret, while the request was under way: that stands.
    await endpoints.change(endpoint.id, { disabled: { at: clock.now(), reason: 'answered 410 Gone' } });
    return { kind: 'refused', failure, all: true };
  }
  const asked = readRetryAfter(retryAfter, clock.now());
  return { kind: 'failed', failure, retryAfterMs: asked && Math.min(asked, LONGEST_RETRY_AFTER) };
}
