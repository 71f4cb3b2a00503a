import { beforeEach, describe, expect, it } from 'vitest';
import { InMemoryChannelStore } from '../../test/fakes/in-memory-channel-store.ts';
import { InMemoryConversationStore } from '../../test/fakes/in-memory-conversation-store.ts';
import type { ConversationEvent } from '../domain/conversation.ts';
import { unheardLines } from './unheard-lines.ts';

let store: InMemoryConversationStore;
let channels: InMemoryChannelStore;
let at: number;
beforeEach(() => {
  store = new InMemoryConversationStore();
  channels = new InMemoryChannelStore();
  at = 0;
});

const wrote = (messageId: string): ConversationEvent => ({ type: 'customer_wrote', at: at++, messageId, text: 'hi' });
const said = (text: string): ConversationEvent => ({ type: 'system_said', at: at++, code: 'waiting', text });
const agentSaid = (text: string): ConversationEvent => ({
  ...{ type: 'agent_replied', at: at++, handoffId: 'h', agentId: 'amy', messageId: `amy-${at}`, text },
});
const replied = (...inReplyTo: string[]): ConversationEvent => ({
  ...{ type: 'bot_replied', at: at++, inReplyTo, text: 'hi', reply: 'hello', action: 'answer', language: 'en' },
  ...{ intents: [], sentiment: { label: 'neutral', score: 0, signals: [] }, citations: [] },
});
async function happen(...events: ConversationEvent[]): Promise<void> {
  await store.append('c', (await store.load('c')).length, events);
}
async function hear(messageId: string): Promise<string[]> {
  const lines = await unheardLines({ store, channels, clock: { now: () => at } }, 'c', messageId);
  return lines.map(({ text }) => text);
}

describe('lines that a channel could not tell yet', () => {
  it('come with the message that carries the reply of a burst, whichever request looks first', async () => {
    await happen(agentSaid('before'), wrote('m1'), wrote('m2'), replied('m1', 'm2'), said('next in line'));
    expect(await hear('m1')).toEqual([]);
    expect(await hear('m2')).toEqual(['before', 'next in line']);
    expect(await Promise.all([hear('m1'), hear('m2')])).toEqual([[], ['before', 'next in line']]);
  });

  it('come once when several requests look at the same moment', async () => {
    await happen(wrote('m0'), agentSaid('one'), agentSaid('two'), wrote('m1'), wrote('m2'), said('noted'));
    const heard = (await Promise.all([hear('m1'), hear('m2')])).flat();
    expect(heard.sort()).toEqual(['noted', 'one', 'two']);
    await happen(agentSaid('three'), wrote('m3'));
    expect(await hear('m3')).toEqual(['three']);
  });

  it('do not come before the message they are about', async () => {
    await happen(wrote('m1'), replied('m1'), wrote('m2'), replied('m2'), said('next in line'));
    expect(await hear('m1')).toEqual([]);
    expect(await hear('m2')).toEqual(['next in line']);
  });

  it('hold what the bot answered after an agent had given the conversation back', async () => {
    await happen(wrote('m1'), replied('m1'), wrote('m2'));
    expect(await hear('m2')).toEqual([]);
    await happen(said('the bot goes on'), replied('m2'), wrote('m3'), replied('m3'));
    expect(await hear('m3')).toEqual(['the bot goes on', 'hello']);
  });

  it('come again with the same message, and no others with it, whatever came since', async () => {
    await happen(wrote('m1'), agentSaid('one'), wrote('m2'));
    expect(await hear('m2')).toEqual(['one']);
    await happen(agentSaid('two'));
    expect(await hear('m2')).toEqual(['one']);
    await happen(wrote('m3'));
    expect(await hear('m3')).toEqual(['two']);
    expect(await hear('m2')).toEqual(['one']);
  });

  it('come from the beginning when the conversation was erased and began anew', async () => {
    await happen(wrote('m1'), agentSaid('one'), replied('m1'), wrote('m2'));
    expect(await hear('m2')).toEqual(['one']);
    store.forget('c');
    await happen(wrote('m3'), said('next in line'));
    expect(await hear('m3')).toEqual(['next in line']);
  });
});
