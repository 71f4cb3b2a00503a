import type { EndpointChange, WebhookEndpoint, WebhookEndpointStore } from '../../src/ports/webhook-endpoint-store.ts';

/** Endpoints that are forgotten with the process. */
export class InMemoryWebhookEndpointStore implements WebhookEndpointStore {
  readonly #endpoints = new Map<string, WebhookEndpoint>();

  async list(): Promise<WebhookEndpoint[]> {
    return structuredClone([...this.#endpoints.values()].sort((a, b) => a.createdAt - b.createdAt));
  }

  async get(id: string): Promise<WebhookEndpoint | undefined> {
    return structuredClone(this.#endpoints.get(id));
  }

  async add(endpoint: WebhookEndpoint): Promise<void> {
    this.#endpoints.set(endpoint.id, structuredClone(endpoint));
  }

  async change(id: string, { secrets, disabled }: EndpointChange): Promise<boolean> {
    const { disabled: before, ...endpoint } = this.#endpoints.get(id) ?? {};
    if (!('id' in endpoint)) return false;
    const now = disabled === undefined ? before : (disabled ?? undefined);
    const changed = { ...endpoint, ...(secrets ? { secrets } : {}), ...(now ? { disabled: now } : {}) };
    this.#endpoints.set(id, structuredClone(changed as WebhookEndpoint));
    return true;
  }

  async remove(id: string): Promise<boolean> {
    return this.#endpoints.delete(id);
  }
}
