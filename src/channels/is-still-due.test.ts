import { describe, expect, it } from 'vitest';
import type { ConversationEvent } from '../domain/conversation.ts';
import type { HandoffDraft } from '../domain/decision.ts';
import { isStillDue } from './is-still-due.ts';

const THERE = 'chatwoot-2';
const ticket = { at: 1, handoffId: 'h' };
const brief: HandoffDraft['brief'] = { wants: 'a person', orderNumbers: [], tried: [], mood: '', transcript: [] };
const draft: HandoffDraft = { reason: 'human_request', priority: 'normal', team: 'general', brief };
const replied: ConversationEvent = {
  ...{ type: 'bot_replied', at: 1, inReplyTo: ['m'], text: 'hi', reply: 'hello', action: 'answer', language: 'en' },
  ...{ intents: [], sentiment: { label: 'neutral', score: 0, signals: [] }, citations: [] },
};
const opened: ConversationEvent = { type: 'handoff_opened', ...ticket, draft };
const claimed = (agentId: string): ConversationEvent => ({ type: 'handoff_claimed', ...ticket, agentId });
const spoke = (agentId: string): ConversationEvent => ({
  ...{ type: 'agent_replied', ...ticket, agentId, messageId: `${agentId}-1`, text: 'Amy here' },
});
const closed = (type: 'handoff_resolved' | 'handoff_returned'): ConversationEvent => ({
  ...{ type, ...ticket, agentId: THERE },
});

/** Whether the event at `index` may still be sent. */
function isDue(events: readonly ConversationEvent[], index: number): Promise<boolean> {
  const change = { sequence: 1, conversationId: 'c', position: index + 1, event: events[index] };
  return isStillDue({ load: async () => [...events] }, change, 'chatwoot-');
}

describe('a reply of the bot that has not been sent yet', () => {
  it.each<[string, boolean, ConversationEvent[]]>([
    ['is due while nobody has come', true, [replied, opened]],
    ['is due after what a person said before it', true, [spoke(THERE), closed('handoff_returned'), replied]],
    ['is not due once a person there has spoken', false, [replied, opened, claimed(THERE), spoke(THERE)]],
    ['is not due once a person there has the conversation', false, [replied, opened, claimed(THERE)]],
    ['is not due when that person is done', false, [replied, opened, spoke(THERE), closed('handoff_returned')]],
    ['is due before lines of our own people, which follow in its lane', true, [replied, claimed('amy'), spoke('amy')]],
  ])('%s', async (_what, due, events) => {
    expect(
      await isDue(
        events,
        events.findIndex(({ type }) => type === 'bot_replied'),
      ),
    ).toBe(due);
  });
});

describe('a call for a person that has not been sent yet', () => {
  it.each<[string, boolean, ConversationEvent[]]>([
    ['is due while the customer waits', true, [opened]],
    ['is due while one of our own people has it', true, [opened, claimed('amy')]],
    ['is not due once a person there has it', false, [opened, claimed(THERE)]],
    ['is not due once it is resolved', false, [opened, claimed('amy'), closed('handoff_resolved')]],
    ['is not due once it was given back to the bot', false, [opened, closed('handoff_returned')]],
  ])('%s', async (_what, due, events) => {
    expect(await isDue(events, 0)).toBe(due);
  });
});

it('what a person said is always due', async () => {
  expect(await isDue([spoke('amy'), claimed(THERE), spoke(THERE)], 0)).toBe(true);
});
