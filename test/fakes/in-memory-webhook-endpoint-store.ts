import type { WebhookEndpoint, WebhookEndpointStore } from '../../src/ports/webhook-endpoint-store.ts';

/** Endpoints that are forgotten with the process. */
export class InMemoryWebhookEndpointStore implements WebhookEndpointStore {
  readonly #endpoints = new Map<string, WebhookEndpoint>();

  async list(): Promise<WebhookEndpoint[]> {
    return structuredClone([...this.#endpoints.values()].sort((a, b) => a.createdAt - b.createdAt));
  }

  async get(id: string): Promise<WebhookEndpoint | undefined> {
    return structuredClone(this.#endpoints.get(id));
  }

  async save(endpoint: WebhookEndpoint): Promise<void> {
    this.#endpoints.set(endpoint.id, structuredClone(endpoint));
  }

  async remove(id: string): Promise<boolean> {
    return this.#endpoints.delete(id);
  }
}
