/** Sends lines to followers of an official account (公众号). */
export interface OfficialAccountApi {
  /**
   * Sends a text of at most 2048 bytes as a message of customer service.
   * @throws RemoteError when WeChat refuses it or does not answer
   */
  sendText(openId: string, text: string): Promise<void>;
}

/** A message or event of WeChat customer service (微信客服), as far as it is understood. */
export interface KfMessage {
  readonly id: string;
  readonly openKfId: string;
  readonly externalUserId?: string;
  /** Epoch milliseconds. */
  readonly sentAt: number;
  /** Who wrote: a customer, an employee in WeCom, or the system for events. */
  readonly origin: 'customer' | 'servicer' | 'system';
  readonly servicerId?: string;
  /** `text`, `image` and so on; `event` for events. */
  readonly type: string;
  readonly text?: string;
  /** Set for a change of who has the conversation. */
  readonly session?: { readonly change: 'taken' | 'ended'; readonly servicerId?: string };
}

/** WeChat customer service of a company (企业微信·微信客服). Failures are RemoteErrors. */
export interface KfApi {
  /** Messages after `cursor`; `token` is that of the callback. */
  sync(request: { readonly openKfId: string; readonly token: string; readonly cursor?: string }): Promise<{
    readonly messages: readonly KfMessage[];
    readonly nextCursor: string;
    readonly hasMore: boolean;
  }>;
  /** Sends a text of at most 2048 bytes; the same `id` (32 letters, digits, `_`, `-`) is sent once. */
  sendText(to: { readonly openKfId: string; readonly externalUserId: string }, id: string, text: string): Promise<void>;
  /** Puts the customer into the queue of the company's own people. */
  queueForPeople(to: { readonly openKfId: string; readonly externalUserId: string }): Promise<void>;
}
