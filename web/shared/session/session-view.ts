import type { StatusNews } from './desk-client.ts';
import type { KeptConversation } from './kept-state.ts';
import type { OutgoingMessage } from './outgoing-message.ts';
import type { Line } from './timeline.ts';

/** What is shown of the conversation at one moment. */
export interface SessionView extends StatusNews {
  readonly lines: readonly Line[];
  /** Written here and not yet among the lines. */
  readonly pending: readonly OutgoingMessage[];
  readonly isAgentTyping: boolean;
  readonly unread: number;
  /** Not at the first failure, so that a short gap is not reported. */
  readonly isLost: boolean;
  readonly kept: KeptConversation;
}

/** Whether a person has settled what the customer has neither rated nor declined to rate since. */
export function isRatingDue({ status, lines, kept }: Pick<SessionView, 'status' | 'lines' | 'kept'>): boolean {
  const settledAt = lines.findLast(({ code }) => code === 'resolved')?.position ?? 1;
  return status === 'resolved' && Math.max(kept.ratedAt ?? 0, kept.skippedAt ?? 0) < settledAt;
}
