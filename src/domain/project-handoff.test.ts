import { describe, expect, it } from 'vitest';
import type { ConversationEvent } from './conversation.ts';
import type { HandoffDraft } from './decision.ts';
import { handoffStage } from './handoff.ts';
import { projectHandoff } from './project-handoff.ts';

const draft = (text: string): HandoffDraft => ({
  ...{ reason: 'human_request', priority: 'normal', team: 'general' },
  brief: { wants: text, orderNumbers: [], tried: [], mood: 'calm', transcript: [{ role: 'customer', text }] },
});
const [handoffId, agentId] = ['h', 'amy'];
const CLOSED: readonly ConversationEvent[] = [
  { type: 'handoff_opened', at: 1, handoffId, draft: draft('where is my parcel') },
  { type: 'handoff_claimed', at: 2, handoffId, agentId },
  { type: 'customer_wrote', at: 3, messageId: 'm2', text: 'hello?' },
  { type: 'agent_replied', at: 4, handoffId, agentId, messageId: 'm3', text: 'it is on its way' },
  { type: 'handoff_resolved', at: 5, handoffId, agentId },
];
const ticketAfter = (...events: ConversationEvent[]) => {
  const handoff = projectHandoff('c', [...CLOSED, ...events], handoffId);
  if (!handoff) throw new Error('no hand-off');
  return handoff;
};

describe('a ticket that is opened again', () => {
  const reopened: ConversationEvent = {
    ...{ type: 'handoff_reopened', at: 20, handoffId, cause: 'customer', draft: draft('it has not come') },
  };

  it('by the customer is about what the customer says now, and waits for its first answer', () => {
    expect(ticketAfter(reopened)).toMatchObject({ preview: 'it has not come', lastCustomerAt: 20 });
    expect(ticketAfter(reopened)).not.toHaveProperty('lastAgentAt');
    const claimed: ConversationEvent = { type: 'handoff_claimed', at: 21, handoffId, agentId };
    expect(handoffStage(ticketAfter(reopened, claimed))).toBe('claimed');
    const answered: ConversationEvent = {
      type: 'agent_replied',
      at: 22,
      handoffId,
      agentId,
      messageId: 'm4',
      text: 'I look',
    };
    expect(handoffStage(ticketAfter(reopened, claimed, answered))).toBe('answered');
  });

  it('by an agent, who follows up, owes the customer nothing', () => {
    const byAgent: ConversationEvent = { type: 'handoff_reopened', at: 20, handoffId, cause: 'agent', agentId };
    expect(ticketAfter(byAgent)).toMatchObject({ preview: 'it is on its way', lastCustomerAt: 3, lastAgentAt: 4 });
  });
});

it('a second agent has not answered what the first did, and then has', () => {
  const [first, second] = [CLOSED.slice(0, 4), 'bo'];
  const moved: ConversationEvent[] = [
    ...first,
    { type: 'handoff_released', at: 6, handoffId, agentId, cause: 'given_up' },
    { type: 'handoff_claimed', at: 7, handoffId, agentId: second },
  ];
  const answer: ConversationEvent = {
    type: 'agent_replied',
    at: 8,
    handoffId,
    agentId: second,
    messageId: 'm5',
    text: 'hi',
  };
  const stage = (events: ConversationEvent[]) => {
    const handoff = projectHandoff('c', events, handoffId);
    return handoff && handoffStage(handoff);
  };
  expect([stage(moved), stage([...moved, answer])]).toEqual(['claimed', 'answered']);
});
