import type { Desk } from '../../desk/desk.ts';
import { nobodyIsThere, outlookAt, positionOf } from '../../desk/queue-outlook.ts';
import type { ConversationState, ConversationStatus } from '../../domain/conversation.ts';

/** Where a conversation stands, as its customer is told. */
export interface CustomerStatus {
  readonly status: ConversationStatus;
  /** Who is there for the customer. */
  readonly agent?: { readonly name: string };
  /** While waiting: place in the queue, from 1. */
  readonly position?: number;
  /** While waiting; null when not known. To ten seconds, so that it does not flicker. */
  readonly expectedWait?: { readonly seconds: number } | null;
  /** While waiting: when the desk opens, epoch milliseconds; null while it is open. */
  readonly opensAt?: number | null;
  /** With `opensAt`: by whose clock the desk opens, such as `Asia/Shanghai`. */
  readonly timeZone?: string;
  /** While waiting: the desk is open, and nobody is at it. */
  readonly nobodyThere?: true;
}

/** @param now epoch milliseconds */
export function customerStatus(
  { status, agent, openHandoffId }: ConversationState,
  { settings, snapshot }: Pick<Desk, 'settings' | 'snapshot'>,
  now: number,
): CustomerStatus {
  if (status === 'human') return agent?.name === undefined ? { status } : { status, agent: { name: agent.name } };
  if (status !== 'waiting') return { status };
  const handoff = snapshot.waiting.find(({ id }) => id === openHandoffId);
  const position = handoff ? positionOf(handoff, snapshot) : snapshot.waiting.length + 1;
  const outlook = outlookAt(position, snapshot, settings, now);
  const { open, opensAt, expectedWait } = outlook;
  const seconds = expectedWait === undefined ? undefined : Math.ceil(expectedWait / 10_000) * 10;
  return {
    status,
    position,
    expectedWait: seconds === undefined ? null : { seconds },
    opensAt: open ? null : (opensAt ?? null),
    ...(open || opensAt === undefined ? {} : { timeZone: settings.hours.timeZone }),
    ...(open && nobodyIsThere(outlook) ? { nobodyThere: true } : {}),
  };
}
