/** A signing secret with the time it stops being used; the present one never stops. */
export interface WebhookSecret {
  /** `whsec_` and base64. */
  readonly secret: string;
  /** Epoch milliseconds; absent for the present one. */
  readonly until?: number;
}

/** Somebody outside who wants to hear what happens. Times are epoch milliseconds. */
export interface WebhookEndpoint {
  readonly id: string;
  readonly url: string;
  readonly description?: string;
  /** Event types it wants; all when empty. */
  readonly events: readonly string[];
  /** Whether phone numbers and the like are sent as they are; they are masked otherwise. */
  readonly unmasked: boolean;
  /** The present one first. */
  readonly secrets: readonly WebhookSecret[];
  readonly createdAt: number;
  /** Set while it is not sent anything. */
  readonly disabled?: { readonly at: number; readonly reason: string };
}

/** What of an endpoint can change; `disabled: null` puts it into service again. */
export interface EndpointChange {
  readonly secrets?: readonly WebhookSecret[];
  readonly disabled?: WebhookEndpoint['disabled'] | null;
}

/** Keeps the endpoints of webhooks. Every adapter passes test/contracts/webhook-endpoint-store-contract.ts. */
export interface WebhookEndpointStore {
  /** Oldest first. */
  list(): Promise<WebhookEndpoint[]>;
  /** Undefined when there is none. */
  get(id: string): Promise<WebhookEndpoint | undefined>;
  /** Stores a new endpoint. */
  add(endpoint: WebhookEndpoint): Promise<void>;
  /**
   * Changes what is given and nothing else, of the endpoint as it is now: others may be at it, too.
   * @returns false when there is none
   */
  change(id: string, change: EndpointChange): Promise<boolean>;
  /** False when there was none. */
  remove(id: string): Promise<boolean>;
}
