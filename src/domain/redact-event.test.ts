import { expect, it } from 'vitest';
import { storedEvent } from '../adapters/sql/stored-event.ts';
import type { ConversationEvent } from './conversation.ts';
import type { HandoffDraft } from './decision.ts';
import { redactEvent } from './redact-event.ts';

const SECRET = '王小明 13800138000';
const by = { handoffId: 'h1', agentId: 'amy' };
const draft: HandoffDraft = {
  reason: 'anger',
  priority: 'high',
  team: 'complaints',
  brief: {
    wants: SECRET,
    orderNumbers: [SECRET],
    tried: ['a'],
    mood: 'angry',
    transcript: [{ role: 'bot', text: SECRET }],
  },
};
const ticket = { team: 'a', skills: ['a'], score: 5, tier: 'gold', customerId: SECRET, customerName: SECRET };
const EVENTS: readonly ConversationEvent[] = [
  {
    type: 'customer_wrote',
    at: 1,
    messageId: 'm',
    text: SECRET,
    customer: { id: SECRET, name: SECRET },
    channel: 'web',
  },
  {
    ...{ type: 'bot_replied', at: 2, inReplyTo: ['m'], text: SECRET, reply: SECRET, action: 'clarify', language: 'zh' },
    ...{ intents: [], sentiment: { label: 'neutral', score: 0, signals: [] }, citations: [] },
    awaiting: { slot: 'order_number', text: SECRET },
  },
  { type: 'handoff_opened', at: 3, handoffId: 'h1', draft, ticket },
  { type: 'handoff_offered', at: 4, ...by, until: 5 },
  { type: 'handoff_released', at: 4, ...by, cause: 'expired' },
  { type: 'handoff_claimed', at: 5, ...by },
  { type: 'agent_replied', at: 6, ...by, messageId: 'a', text: SECRET },
  { type: 'note_added', at: 7, ...by, noteId: 'n', text: SECRET },
  { type: 'handoff_transferred', at: 8, ...by, team: 'a', note: SECRET },
  { type: 'handoff_rated', at: 8, handoffId: 'h1', score: 7 },
  { type: 'handoff_breached', at: 8, handoffId: 'h1', clock: 'resolution', score: 9 },
  { type: 'contact_left', at: 9, handoffId: 'h1', contact: { phone: SECRET, name: SECRET, note: SECRET } },
  { type: 'system_said', at: 10, code: 'called', text: SECRET },
  { type: 'handoff_returned', at: 11, ...by },
  { type: 'handoff_reopened', at: 12, handoffId: 'h1', cause: 'customer', draft, ticket },
  { type: 'handoff_resolved', at: 13, ...by, outcome: SECRET },
  { type: 'feedback_given', at: 14, score: 1, comment: SECRET },
];

it.each(EVENTS)('nothing of the customer is left of $type, which can still be read', (event) => {
  const redacted = redactEvent(event);
  expect(JSON.stringify(redacted)).not.toMatch(/王小明|138/);
  expect(redacted).toMatchObject({ type: event.type, at: event.at });
  expect(storedEvent.safeParse(JSON.parse(JSON.stringify(redacted))).success).toBe(true);
  expect(redactEvent(redacted)).toEqual(redacted);
});

it('figures stay', () => {
  expect(redactEvent(EVENTS[2])).toMatchObject({ draft: { reason: 'anger' }, ticket: { score: 5, tier: 'gold' } });
  expect(redactEvent({ type: 'handoff_resolved', at: 1, ...by, outcome: 'refunded' })).toMatchObject({
    outcome: 'refunded',
  });
});
