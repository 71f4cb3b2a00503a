/** A piece of work to be done at least once, as it is put into the outbox. */
export interface NewMessage {
  /** Names the message for good: an id that was ever queued is not queued again while it is remembered. */
  readonly id: string;
  /** Who it is for, such as `webhook:whk_1`. Targets never wait for one another. */
  readonly target: string;
  /** Messages of one lane of a target are done one after another, in the order they were queued. */
  readonly lane?: string;
  /** Sequence of the change in the feed it tells of; the change itself is read when the message is due. */
  readonly change?: number;
  /** What to do, when it is not a change of the feed. Erased when the message is done. */
  readonly payload?: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
}

/** A message that is being done. */
export interface OutboxMessage extends NewMessage {
  /** Attempts that failed before this one. */
  readonly attempts: number;
}

/** Why an attempt failed, for people: never the content of a message. */
export interface Failure {
  readonly reason: string;
  /** HTTP status of the answer, when there was one. */
  readonly status?: number;
}

/** Which messages are to be taken. Times are epoch milliseconds. */
export interface Claim {
  readonly now: number;
  readonly until: number;
  readonly limit: number;
  /** Ids of messages under way at the caller that hold up nobody behind them in their lanes. */
  readonly passed?: readonly string[];
}

/** A message given up. Times are epoch milliseconds. */
export interface DeadLetter extends OutboxMessage {
  readonly failure: Failure;
  readonly diedAt: number;
}

/** Which dead letters are wanted. */
export interface DeadLetterFilter {
  /** Targets that begin so, such as `webhook:`. */
  readonly targetPrefix?: string;
  /** At most so many, newest first; 100 when absent. */
  readonly limit?: number;
}

/**
 * A durable list of things to be told or done outside. Several processes may share it: a message is claimed for a while
 * by one of them, and comes free again by itself when that process dies.
 * Every adapter passes test/contracts/outbox-contract.ts.
 */
export interface Outbox {
  /** How far the target has read the change feed; undefined before its first `advance`. */
  cursor(target: string): Promise<number | undefined>;

  /**
   * Moves the target's cursor and queues what was read on the way, in one transaction.
   * @param from the cursor as the caller knows it, undefined for a new target
   * @returns false, and nothing is done, when another process has moved it meanwhile
   */
  advance(target: string, from: number | undefined, to: number, messages: readonly NewMessage[]): Promise<boolean>;

  /** Queues one message; false when its id is known. Durable when the promise resolves. */
  put(message: NewMessage): Promise<boolean>;

  /**
   * Takes up to `limit` messages of the target that are due at `now`, longest due first, and only the first of each
   * lane. Nobody else gets them before `until`.
   */
  claim(target: string, claim: Claim): Promise<OutboxMessage[]>;

  /** Done for good; the id is remembered until it is pruned, the payload is not. */
  done(id: string, at: number): Promise<void>;
  /**
   * Failed, to be tried again from `dueAt` on.
   * @param leavesLane whether its lane goes on meanwhile, without it
   */
  retry(id: string, dueAt: number, failure: Failure, options?: { readonly leavesLane?: boolean }): Promise<void>;
  /** Failed and given up; its lane goes on. */
  bury(id: string, at: number, failure: Failure): Promise<void>;
  /** Gives up everything that still waits for the target. */
  buryAll(target: string, at: number, failure: Failure): Promise<void>;

  /** Messages given up, newest first. */
  deadLetters(filter: DeadLetterFilter): Promise<DeadLetter[]>;
  /** Puts a dead letter back into the list as if it were new; false when there is none of that id. */
  replay(id: string, now: number): Promise<boolean>;

  /** Forgets a target: its cursor and its messages, dead ones too. */
  forget(target: string): Promise<void>;
  /** Forgets messages that were done, and dead letters that died, before these times; with their ids. */
  prune(before: { readonly done: number; readonly dead: number }): Promise<void>;
}
