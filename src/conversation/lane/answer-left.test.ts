import { beforeEach, describe, expect, it } from 'vitest';
import { deskWorld } from '../../../test/fakes/desk-world.ts';
import { echo, ScriptedEngine } from '../../../test/fakes/scripted-engine.ts';
import type { ConversationEvent } from '../../domain/conversation.ts';
import { claimHandoff, replyToHandoff, returnHandoff } from '../changes/handoff-actions.ts';
import { answerLeft } from './answer-left.ts';
import { createMessageHandler } from './handle-message.ts';

let world: ReturnType<typeof deskWorld>;
let deps: ReturnType<typeof deskWorld>['deps'] & { readonly engine: ScriptedEngine };
let handoffId: string;
const write = (messageId: string, text: string) => {
  const handler = createMessageHandler({ ...deps, startTimer: world.clock.startTimer });
  return handler.handle('c', { messageId, text });
};
const replies = async () =>
  (await world.store.load('c')).flatMap((event: ConversationEvent) =>
    event.type === 'bot_replied' ? [[event.inReplyTo, event.reply]] : [],
  );

beforeEach(async () => {
  world = deskWorld();
  const engine = new ScriptedEngine((input, state) =>
    input.texts.join().includes('hm') ? { reply: 'pardon?', action: 'clarify' } : echo(input, state),
  );
  deps = { ...world.deps, engine };
  handoffId = await world.waiting('c');
  await claimHandoff(deps, handoffId, { agentId: 'amy' });
});

describe('what was left unanswered when an agent gives the conversation back', () => {
  it('is answered, all of it together and once', async () => {
    await write('m2', 'who pays the postage');
    await write('m3', 'of a return');
    await returnHandoff(deps, handoffId, 'amy');
    await Promise.all([answerLeft(deps, 'c'), answerLeft(deps, 'c')]);
    await answerLeft(deps, 'c');
    expect(await replies()).toEqual([[['m2', 'm3'], 'echo: who pays the postage\nof a return']]);
    expect((await world.types('c')).slice(-2)).toEqual(['system_said', 'bot_replied']);
  });

  it('is nothing where the agent has spoken last, or still has the conversation', async () => {
    await write('m2', 'who pays the postage');
    await answerLeft(deps, 'c');
    await replyToHandoff(deps, handoffId, { agentId: 'amy', text: 'we do' });
    await returnHandoff(deps, handoffId, 'amy');
    await answerLeft(deps, 'c');
    expect(await replies()).toEqual([]);
  });

  it.each(['hm', 'human!'])('is left alone when the bot has no answer to %j', async (text) => {
    await write('m2', text);
    await returnHandoff(deps, handoffId, 'amy');
    await answerLeft(deps, 'c');
    expect(await replies()).toEqual([]);
  });

  it('is not answered behind what the customer asks next, nor twice', async () => {
    await write('m2', 'who pays the postage');
    await returnHandoff(deps, handoffId, 'amy');
    await Promise.all([answerLeft(deps, 'c'), write('m3', 'and when'), answerLeft(deps, 'c')]);
    const answered = (await replies()).flatMap(([ids]) => ids);
    expect(answered.filter((id) => id === 'm3')).toHaveLength(1);
    expect(answered.filter((id) => id === 'm2').length).toBeLessThan(2);
    expect(answered.at(-1)).toBe('m3');
  });
});
