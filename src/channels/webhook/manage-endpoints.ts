import { ConflictError, InvalidFieldError, NotFoundError } from '../../domain/errors.ts';
import type { ChangeFeed } from '../../ports/change-feed.ts';
import type { Clock, NewId } from '../../ports/clock.ts';
import type { DeadLetter, Outbox } from '../../ports/outbox.ts';
import type { WebhookEndpoint, WebhookEndpointStore } from '../../ports/webhook-endpoint-store.ts';
import { newWebhookSecret } from './sign-webhook.ts';
import { webhookTargetName } from './webhook-target.ts';

/** What managing endpoints needs. */
export interface EndpointDeps {
  readonly endpoints: WebhookEndpointStore;
  readonly outbox: Outbox;
  readonly feed: ChangeFeed;
  readonly clock: Clock;
  readonly newId: NewId;
  /** Whether plain http may be used: only with addresses of one's own network. */
  readonly allowPrivate: boolean;
}

/** What whoever registers an endpoint decides. */
export interface NewEndpoint {
  readonly url: string;
  readonly description?: string;
  readonly events?: readonly string[];
  readonly unmasked?: boolean;
}

const DAY = 24 * 3_600_000;
/** More endpoints than these would be a mistake: each reads the feed for itself. */
const MOST_ENDPOINTS = 50;

/**
 * Registers an endpoint; it hears what happens from now on.
 * @throws InvalidFieldError when the address cannot be used.
 */
export async function addEndpoint(deps: EndpointDeps, wanted: NewEndpoint): Promise<WebhookEndpoint> {
  checkUrl(wanted.url, deps.allowPrivate);
  if ((await deps.endpoints.list()).length >= MOST_ENDPOINTS) {
    throw new ConflictError(`there are ${MOST_ENDPOINTS} endpoints already`);
  }
  const endpoint: WebhookEndpoint = {
    id: `whk_${deps.newId()}`,
    url: wanted.url,
    description: wanted.description,
    events: wanted.events ?? [],
    unmasked: wanted.unmasked ?? false,
    secrets: [{ secret: newWebhookSecret() }],
    createdAt: deps.clock.now(),
  };
  await deps.outbox.advance(webhookTargetName(endpoint.id), undefined, await deps.feed.latest(), []);
  await deps.endpoints.add(endpoint);
  return endpoint;
}

/** @throws NotFoundError when there is no such endpoint. */
export async function removeEndpoint({ endpoints, outbox }: EndpointDeps, id: string): Promise<void> {
  if (!(await endpoints.remove(id))) throw unknown(id);
  await outbox.forget(webhookTargetName(id));
}

/**
 * Gives the endpoint a new secret. For a day what is sent carries signatures by the old one, too, so that the receiver
 * can change over without losing anything.
 * @throws NotFoundError when there is no such endpoint.
 */
export async function rotateSecret({ endpoints, clock }: EndpointDeps, id: string): Promise<WebhookEndpoint> {
  const endpoint = await find(endpoints, id);
  const now = clock.now();
  const old = endpoint.secrets
    .filter(({ until }) => until === undefined || until > now)
    .map(({ secret, until }) => ({ secret, until: Math.min(until ?? Number.POSITIVE_INFINITY, now + DAY) }));
  const secrets = [{ secret: newWebhookSecret() }, ...old];
  if (!(await endpoints.change(id, { secrets }))) throw unknown(id);
  return { ...endpoint, secrets };
}

/**
 * Sends to an endpoint again that had answered 410. What happened meanwhile is not sent; what waited then is among the
 * dead letters.
 * @throws NotFoundError when there is no such endpoint.
 */
export async function enableEndpoint(deps: EndpointDeps, id: string): Promise<WebhookEndpoint> {
  const { disabled, ...endpoint } = await find(deps.endpoints, id);
  if (!disabled) return endpoint;
  const target = webhookTargetName(id);
  // A cursor that another process moves meanwhile is at the end already.
  await deps.outbox.advance(target, await deps.outbox.cursor(target), await deps.feed.latest(), []);
  if (!(await deps.endpoints.change(id, { disabled: null }))) throw unknown(id);
  return endpoint;
}

/** Messages given up, newest first: webhooks, those of one endpoint, or whatever is for a target that begins so. */
export function deadLettersOf(
  { outbox }: EndpointDeps,
  { webhook = '', target, limit }: { readonly webhook?: string; readonly target?: string; readonly limit: number },
): Promise<DeadLetter[]> {
  return outbox.deadLetters({ targetPrefix: target ?? webhookTargetName(webhook), limit });
}

/**
 * Sends a dead letter again, with the whole schedule before it.
 * @throws NotFoundError when there is no such dead letter.
 */
export async function replayDeadLetter({ outbox, clock }: EndpointDeps, id: DeadLetter['id']): Promise<void> {
  if (!(await outbox.replay(id, clock.now()))) throw new NotFoundError(`there is no dead letter ${id}`);
}

async function find(endpoints: WebhookEndpointStore, id: string): Promise<WebhookEndpoint> {
  const endpoint = await endpoints.get(id);
  if (!endpoint) throw unknown(id);
  return endpoint;
}

function unknown(id: string): NotFoundError {
  return new NotFoundError(`there is no webhook endpoint ${id}`);
}

function checkUrl(text: string, allowPrivate: boolean): void {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const schemes = allowPrivate ? ['http', 'https'] : ['https'];
  if (!url || !schemes.includes(url.protocol.slice(0, -1))) {
    throw new InvalidFieldError('url', `must be an ${schemes.join(' or ')} address`);
  }
  if (url.username || url.password) throw new InvalidFieldError('url', 'must not contain a password');
}
