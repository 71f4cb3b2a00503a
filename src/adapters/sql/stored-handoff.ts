import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Handoff } from '../../domain/conversation.ts';
import { type HandoffDraft, PRIORITIES, REASONS, TEAMS } from '../../domain/decision.ts';
import type { HandoffTable } from './conversation-tables.ts';
import { checkStored, readStored } from './stored-value.ts';

/** What an agent is told before taking over, as it is stored. */
export const storedBrief: z.ZodType<HandoffDraft['brief']> = z.object({
  wants: z.string(),
  orderNumbers: z.array(z.string()),
  tried: z.array(z.string()),
  mood: z.string(),
  transcript: z.array(z.object({ role: z.enum(['customer', 'bot', 'agent']), text: z.string() })),
});

/** What the engine asked for when it called a person, as it is stored. */
export const storedDraft: z.ZodType<HandoffDraft> = z.object({
  reason: z.enum(REASONS),
  priority: z.enum(PRIORITIES),
  team: z.enum(TEAMS),
  brief: storedBrief,
});

const storedHandoff: z.ZodType<Handoff> = z.object({
  id: z.string(),
  conversationId: z.string(),
  status: z.enum(['waiting', 'claimed', 'resolved', 'returned']),
  reason: z.enum(REASONS),
  priority: z.enum(PRIORITIES),
  team: z.enum(TEAMS),
  brief: storedBrief,
  agentId: z.string().optional(),
  outcome: z.string().optional(),
  openedAt: z.number().int(),
  claimedAt: z.number().int().optional(),
  closedAt: z.number().int().optional(),
});

/**
 * A row as the domain knows it.
 * @throws XiaoerError `stored_data_invalid` when the row is not what this release writes.
 */
export function handoffFromRow(row: Selectable<HandoffTable>): Handoff {
  const what = `hand-off ${row.id}`;
  return checkStored(
    storedHandoff,
    {
      id: row.id,
      conversationId: row.conversation_id,
      status: row.status,
      reason: row.reason,
      priority: row.priority,
      team: row.team,
      brief: readStored(storedBrief, row.brief, what),
      agentId: row.agent_id ?? undefined,
      outcome: row.outcome ?? undefined,
      openedAt: row.opened_at,
      claimedAt: row.claimed_at ?? undefined,
      closedAt: row.closed_at ?? undefined,
    },
    what,
  );
}
