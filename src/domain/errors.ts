/**
 * The base of every expected failure. HTTP status is decided from `code` in one place (http/error-handler.ts);
 * `isRetryable` says whether the same call may succeed later without a change.
 */
export class XiaoerError extends Error {
  readonly code: string;
  readonly isRetryable: boolean;

  constructor(code: string, message: string, options: { cause?: unknown; isRetryable?: boolean } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.isRetryable = options.isRetryable ?? false;
  }
}

/** No source could deliver a model whose files match the pinned hashes. */
export class ModelUnavailableError extends XiaoerError {
  constructor(message: string, cause?: unknown) {
    super('model_unavailable', message, { cause, isRetryable: true });
  }
}

/** A bounded queue is full, or the database is busy or out of reach: the caller should try again shortly. */
export class OverloadedError extends XiaoerError {
  constructor(message: string, cause?: unknown) {
    super('overloaded', message, { cause, isRetryable: true });
  }
}

/** A message came before the one that it follows: the caller should send that one first, and then this one again. */
export class TooEarlyError extends XiaoerError {
  constructor(message: string) {
    super('too_early', message, { isRetryable: true });
  }
}

/** A file, field or argument that a person wrote is wrong; `message` names it. */
export class InvalidInputError extends XiaoerError {
  constructor(message: string, cause?: unknown) {
    super('invalid_input', message, { cause });
  }
}

/** One field of a request is wrong in a way that only the application can know. */
export class InvalidFieldError extends InvalidInputError {
  /** Its path, such as `metadata.message_id`. */
  readonly field: string;
  /** What is wrong with it; `message` names the field, too. */
  readonly problem: string;

  constructor(field: string, problem: string) {
    super(`${field} ${problem}`);
    this.field = field;
    this.problem = problem;
  }
}

/** The thing asked for does not exist. */
export class NotFoundError extends XiaoerError {
  constructor(message: string) {
    super('not_found', message);
  }
}

/** The request contradicts the present state, such as claiming a hand-off that another agent holds. */
export class ConflictError extends XiaoerError {
  constructor(message: string, cause?: unknown) {
    super('conflict', message, { cause });
  }
}

/** Another service refused a request or did not answer; `message` never holds what was sent. */
export class RemoteError extends XiaoerError {
  constructor(message: string, options: { readonly isRetryable: boolean; readonly cause?: unknown }) {
    super('remote', message, options);
  }
}
