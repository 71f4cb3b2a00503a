import fc from 'fast-check';
import type { ConversationEvent } from '../../src/domain/conversation.ts';
import { ConflictError } from '../../src/domain/errors.ts';
import { projectHandoff } from '../../src/domain/project-handoff.ts';
import { SCRIPTED_HANDOFF } from './scripted-engine.ts';

const agentId = fc.constantFrom('amy', 'bo');
const handoffId = fc.constantFrom('h1', 'h2');
type Untimed = ConversationEvent extends infer Event
  ? Event extends { at: number }
    ? Omit<Event, 'at'>
    : never
  : never;

/** Any event that concerns hand-offs, allowed or not. */
const anyEvent: fc.Arbitrary<Untimed> = fc.oneof(
  fc.record({ type: fc.constant('handoff_opened' as const), handoffId, draft: fc.constant(SCRIPTED_HANDOFF) }),
  fc.record({ type: fc.constant('handoff_claimed' as const), handoffId, agentId }),
  fc.record({ type: fc.constant('handoff_offered' as const), handoffId, agentId, until: fc.nat(1000) }),
  fc.record({
    type: fc.constant('handoff_released' as const),
    handoffId,
    agentId,
    cause: fc.constantFrom('declined' as const, 'vanished' as const),
  }),
  fc.record({
    type: fc.constant('handoff_transferred' as const),
    handoffId,
    agentId,
    team: fc.option(fc.constant('presale'), { nil: undefined }),
    toAgentId: fc.option(agentId, { nil: undefined }),
  }),
  fc.record({ type: fc.constant('handoff_resolved' as const), handoffId, agentId }),
  fc.record({ type: fc.constant('handoff_returned' as const), handoffId, agentId }),
  fc.record({
    type: fc.constant('handoff_reopened' as const),
    handoffId,
    cause: fc.constantFrom('agent' as const, 'customer' as const),
  }),
  fc.record({ type: fc.constant('handoff_rated' as const), handoffId, score: fc.nat(200), orderValue: fc.nat(999) }),
  fc.record({
    type: fc.constant('handoff_breached' as const),
    handoffId,
    clock: fc.constantFrom('first_response' as const, 'resolution' as const),
    score: fc.nat(200),
  }),
  fc.record({ type: fc.constant('contact_left' as const), handoffId, contact: fc.constant({ phone: '13800138000' }) }),
  fc.record({
    type: fc.constant('system_said' as const),
    text: fc.constant('您好'),
    code: fc.constant('called' as const),
  }),
  fc.record({ type: fc.constant('customer_wrote' as const), messageId: fc.uuid(), text: fc.string({ minLength: 1 }) }),
  fc.record({
    type: fc.constant('agent_replied' as const),
    handoffId,
    agentId,
    messageId: fc.uuid(),
    text: fc.constant('在的'),
  }),
  fc.record({
    type: fc.constant('note_added' as const),
    handoffId,
    agentId,
    noteId: fc.uuid(),
    text: fc.constant('小心'),
  }),
);

/** A conversation that may really be: events that contradict those before them are left out. */
export const handoffHistories: fc.Arbitrary<ConversationEvent[]> = fc
  .array(anyEvent, { maxLength: 60 })
  .map((events) => events.reduce<ConversationEvent[]>(addIfAllowed, []));

function addIfAllowed(events: ConversationEvent[], event: Untimed): ConversationEvent[] {
  const next = [...events, { ...event, at: events.length + 1 } as ConversationEvent];
  try {
    for (const id of ['h1', 'h2']) projectHandoff('c', next, id);
    return next;
  } catch (error) {
    if (error instanceof ConflictError) return events;
    throw error;
  }
}
