/** How patient and how busy the front desk may be. Times are milliseconds. */
export interface MessageLimits {
  /** How long an unfinished message waits for the next one; each further fragment starts the wait again. */
  readonly burstWindowMs: number;
  /** The longest the first message of a burst may wait in all; at least the window. */
  readonly burstCapMs: number;
  /** How soon after a reply a fragment that would bring the very same reply is left without one. */
  readonly repeatSilenceMs: number;
  /** How often a turn is computed again because the customer went on writing meanwhile. */
  readonly maxReruns: number;
  /** How often an append is tried again because the conversation changed meanwhile. */
  readonly maxConflicts: number;
  /** Unanswered messages one conversation may have. */
  readonly maxPerConversation: number;
  /** Unanswered messages of all conversations together; each holds a request open. */
  readonly maxInFlight: number;
}

/** So many windows make up the longest wait. */
const CAP_WINDOWS = 2;

/** The defaults: a person types a fragment in well under 700 ms of pause, and gives up on silence after seconds. */
export const DEFAULT_MESSAGE_LIMITS: MessageLimits = {
  burstWindowMs: 700,
  burstCapMs: 3000,
  repeatSilenceMs: 3000,
  maxReruns: 3,
  maxConflicts: 10,
  maxPerConversation: 20,
  maxInFlight: 500,
};

/** The defaults with a shop's own limits: a longer window brings a longer longest wait, where that is not set itself. */
export function messageLimits(own: Partial<MessageLimits> = {}): MessageLimits {
  const window = own.burstWindowMs ?? DEFAULT_MESSAGE_LIMITS.burstWindowMs;
  const burstCapMs = Math.max(DEFAULT_MESSAGE_LIMITS.burstCapMs, CAP_WINDOWS * window);
  return { ...DEFAULT_MESSAGE_LIMITS, burstCapMs, ...own };
}
