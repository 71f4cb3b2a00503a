/** Why sending failed. */
export class DeliveryError extends Error {
  /** False when sending the same again would change nothing. */
  readonly isRetryable: boolean;
  /** Seconds that the server asks to wait. */
  readonly retryAfter: number | undefined;
  /** HTTP status; undefined when there was no answer. */
  readonly status: number | undefined;
  /** Names of the fields that the server finds wrong. */
  readonly fields: readonly string[] | undefined;

  constructor(message: string, options: Pick<DeliveryError, 'isRetryable'> & Partial<DeliveryError>) {
    super(message);
    this.isRetryable = options.isRetryable;
    this.retryAfter = options.retryAfter;
    this.status = options.status;
    this.fields = options.fields;
  }
}
