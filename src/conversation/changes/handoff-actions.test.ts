import { beforeEach, describe, expect, it } from 'vitest';
import { InMemoryConversationStore } from '../../../test/fakes/in-memory-conversation-store.ts';
import { ManualTime } from '../../../test/fakes/manual-time.ts';
import { RecordingNotifier } from '../../../test/fakes/recording-notifier.ts';
import { SCRIPTED_HANDOFF } from '../../../test/fakes/scripted-engine.ts';
import { testDesk } from '../../../test/fakes/test-desk.ts';
import { ConflictError, NotFoundError } from '../../domain/errors.ts';
import { foldConversation } from '../state/fold-conversation.ts';
import { conversationView } from '../views/conversation-view.ts';
import { giveFeedback } from './give-feedback.ts';
import { claimHandoff, replyToHandoff, resolveHandoff, returnHandoff } from './handoff-actions.ts';

let deps: ReturnType<typeof newDeps>;
const newDeps = () => {
  const [store, clock] = [new InMemoryConversationStore(), new ManualTime()];
  const notifier = new RecordingNotifier();
  return { store, notifier, clock, newId: () => 'new-id', desk: testDesk({ store, clock }).desk };
};
const status = async () => foldConversation('c', await deps.store.load('c')).status;
const version = async () => (await deps.store.load('c')).length;

beforeEach(async () => {
  deps = newDeps();
  await deps.store.append('c', 0, [
    { type: 'customer_wrote', at: 1, messageId: 'm1', text: 'human' },
    { type: 'handoff_opened', at: 2, handoffId: 'h1', draft: SCRIPTED_HANDOFF },
  ]);
});

describe('claiming', () => {
  it('gives the hand-off to the agent and tells the notifier', async () => {
    expect(await claimHandoff(deps, 'h1', { agentId: 'amy' })).toMatchObject({ status: 'claimed', agentId: 'amy' });
    expect(await deps.store.getHandoff('h1')).toMatchObject({ status: 'claimed', agentId: 'amy' });
    expect(await status()).toBe('human');
    expect(deps.notifier.told).toHaveLength(1);
  });

  it('by many at once succeeds for exactly one', async () => {
    const agents = Array.from({ length: 10 }, (_, index) => `agent-${index}`);
    const outcomes = await Promise.allSettled(agents.map((agent) => claimHandoff(deps, 'h1', { agentId: agent })));
    const lost = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(lost).toHaveLength(9);
    expect(lost.every((error) => error instanceof ConflictError)).toBe(true);
    expect(await version()).toBe(4);
  });

  it('again by the same agent changes nothing; by another is a conflict that names the holder', async () => {
    await claimHandoff(deps, 'h1', { agentId: 'amy' });
    await claimHandoff(deps, 'h1', { agentId: 'amy' });
    expect(await version()).toBe(4);
    await expect(claimHandoff(deps, 'h1', { agentId: 'bo' })).rejects.toThrow('the hand-off is claimed by amy');
  });

  it('of an unknown hand-off is not found', async () => {
    await expect(claimHandoff(deps, 'nope', { agentId: 'amy' })).rejects.toThrow(NotFoundError);
  });

  it('succeeds although the customer writes at the same moment', async () => {
    const load = deps.store.load.bind(deps.store);
    let meddle = true;
    deps.store.load = async (id) => {
      const events = await load(id);
      if (!meddle) return events;
      meddle = false;
      await deps.store.append('c', 2, [{ type: 'customer_wrote', at: 3, messageId: 'm2', text: 'hello?' }]);
      return events;
    };
    expect(await claimHandoff(deps, 'h1', { agentId: 'amy' })).toMatchObject({ status: 'claimed' });
    expect(await version()).toBe(5);
  });
});

describe('replying', () => {
  beforeEach(() => claimHandoff(deps, 'h1', { agentId: 'amy' }));

  it('adds the line to the conversation, once for a message id', async () => {
    const reply = { agentId: 'amy', text: '在的', messageId: 'a1' };
    await replyToHandoff(deps, 'h1', reply);
    await replyToHandoff(deps, 'h1', reply);
    expect(conversationView('c', await deps.store.load('c')).transcript.at(-1)).toEqual({
      position: 5,
      role: 'agent',
      text: '在的',
      at: deps.clock.now(),
      messageId: 'a1',
    });
    expect(await version()).toBe(5);
    await expect(replyToHandoff(deps, 'h1', { ...reply, text: 'other' })).rejects.toThrow(ConflictError);
  });

  it('makes up a message id when there is none', async () => {
    await replyToHandoff(deps, 'h1', { agentId: 'amy', text: '在的' });
    expect((await deps.store.load('c')).at(-1)).toMatchObject({ messageId: 'new-id' });
  });

  it('is for the holder only', async () => {
    await expect(replyToHandoff(deps, 'h1', { agentId: 'bo', text: 'hi' })).rejects.toThrow(ConflictError);
    await resolveHandoff(deps, 'h1', { agentId: 'amy' });
    await expect(replyToHandoff(deps, 'h1', { agentId: 'amy', text: 'hi' })).rejects.toThrow(ConflictError);
  });
});

describe('closing', () => {
  it('needs a claim first', async () => {
    await expect(resolveHandoff(deps, 'h1', { agentId: 'amy' })).rejects.toThrow('the hand-off is waiting');
    await expect(returnHandoff(deps, 'h1', 'amy')).rejects.toThrow('the hand-off is waiting');
  });

  it('as resolved keeps the outcome and may be repeated', async () => {
    await claimHandoff(deps, 'h1', { agentId: 'amy' });
    await resolveHandoff(deps, 'h1', { agentId: 'amy', outcome: 'refunded' });
    expect(await resolveHandoff(deps, 'h1', { agentId: 'amy' })).toMatchObject({ outcome: 'refunded' });
    expect(await status()).toBe('resolved');
    await expect(returnHandoff(deps, 'h1', 'amy')).rejects.toThrow(ConflictError);
    await expect(claimHandoff(deps, 'h1', { agentId: 'amy' })).rejects.toThrow(ConflictError);
  });

  it('by returning gives the conversation back to the bot and may be repeated', async () => {
    await claimHandoff(deps, 'h1', { agentId: 'amy' });
    await returnHandoff(deps, 'h1', 'amy');
    expect(await returnHandoff(deps, 'h1', 'amy')).toMatchObject({ status: 'returned', agentId: 'amy' });
    expect(await status()).toBe('bot');
    expect(await version()).toBe(6);
  });
});

describe('feedback', () => {
  it('is kept, a changed one too, the very same not twice', async () => {
    expect(await giveFeedback(deps, 'c', { score: 4 })).toEqual({ id: 'c', status: 'waiting' });
    await giveFeedback(deps, 'c', { score: 4 });
    await giveFeedback(deps, 'c', { score: 5, resolved: true, comment: '好' });
    const given = (await deps.store.load('c')).filter((event) => event.type === 'feedback_given');
    expect(given.map((event) => event.score)).toEqual([4, 5]);
  });

  it('needs a conversation', async () => {
    await expect(giveFeedback(deps, 'nobody', { score: 4 })).rejects.toThrow(NotFoundError);
  });
});
