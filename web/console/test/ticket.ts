import type { Line, Ticket } from '../wire/desk.ts';

/** A waiting ticket; `fields` override. */
export function ticket(fields: Partial<Ticket> = {}): Ticket {
  const id = fields.id ?? 't1';
  return {
    ...{ id, conversationId: `c-${id}`, status: 'waiting', stage: 'waiting' },
    ...{ reason: 'human_request', priority: 'normal', team: 'general', skills: [], score: 0 },
    brief: { wants: '', orderNumbers: [], tried: [], mood: '', transcript: [] },
    ...{ openedAt: 1000, queuedAt: fields.openedAt ?? 1000, reopened: 0, passedBy: [], breached: [], told: 0 },
    ...fields,
  };
}

/** A customer's line; `fields` override. */
export function line(position: number, fields: Partial<Line> = {}): Line {
  return { position, role: 'customer', text: `line ${position}`, at: 1000 + position, ...fields };
}
