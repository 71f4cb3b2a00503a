import { describe, expect, it } from 'vitest';
import { SCRIPTED_HANDOFF } from '../../../test/fakes/scripted-engine.ts';
import type { ConversationEvent } from '../../domain/conversation.ts';
import { webhookEvent, webhookId } from './webhook-event.ts';

const PHONE = '13800138000';
const mask = (text: string) => text.replaceAll(PHONE, '***');
const changeOf = (event: ConversationEvent) => ({ sequence: 9, conversationId: 'c', position: 3, event });
const told = (event: ConversationEvent) => webhookEvent(changeOf(event), mask);
const at = Date.UTC(2026, 10, 28, 12);
const draft = {
  ...SCRIPTED_HANDOFF,
  brief: {
    ...{ wants: PHONE, orderNumbers: ['1'], tried: [PHONE], mood: 'calm' },
    transcript: [{ role: 'customer' as const, text: PHONE }],
  },
};
const handoffId = 'h';
const agentId = 'amy';

describe('a webhook', () => {
  it.each<[string, ConversationEvent]>([
    [
      'message.received',
      { type: 'customer_wrote', at, messageId: 'm', text: PHONE, customer: { id: 'u', name: PHONE } },
    ],
    ['message.answered', { type: 'agent_replied', at, handoffId, agentId, messageId: 'a', text: PHONE }],
    ['message.answered', { type: 'system_said', at, text: PHONE, code: 'called' }],
    ['handoff.opened', { type: 'handoff_opened', at, handoffId, draft }],
    ['handoff.offered', { type: 'handoff_offered', at, handoffId, agentId, until: at }],
    ['handoff.claimed', { type: 'handoff_claimed', at, handoffId, agentId }],
    ['handoff.transferred', { type: 'handoff_transferred', at, handoffId, agentId, note: PHONE }],
    ['handoff.returned', { type: 'handoff_returned', at, handoffId, agentId }],
    ['handoff.resolved', { type: 'handoff_resolved', at, handoffId, agentId, outcome: 'refunded' }],
    ['handoff.reopened', { type: 'handoff_reopened', at, handoffId, cause: 'customer', draft }],
    ['contact.left', { type: 'contact_left', at, contact: { phone: PHONE } }],
    ['feedback.given', { type: 'feedback_given', at, score: 1, comment: PHONE }],
  ])('%s tells of it without personal data', (type, event) => {
    const webhook = told(event);
    expect(webhook).toMatchObject({
      type,
      timestamp: '2026-11-28T12:00:00.000Z',
      data: { conversationId: 'c', position: 3 },
    });
    expect(JSON.stringify(webhook)).not.toContain(PHONE);
  });

  it('is not made of what is nobody’s business outside', () => {
    expect(told({ type: 'note_added', at, handoffId, agentId, noteId: 'n', text: 'secret' })).toBeUndefined();
    expect(told({ type: 'handoff_rated', at, handoffId, score: 3 })).toBeUndefined();
  });

  it('has an id of its place, which no other has', () => {
    const id = webhookId(changeOf({ type: 'feedback_given', at, score: 1 }));
    expect(id).toMatch(/^msg_[\w-]{27}$/);
    expect(webhookId({ ...changeOf({ type: 'feedback_given', at, score: 1 }), sequence: 77 })).toBe(id);
    expect(webhookId({ ...changeOf({ type: 'feedback_given', at, score: 1 }), position: 4 })).not.toBe(id);
  });
});
