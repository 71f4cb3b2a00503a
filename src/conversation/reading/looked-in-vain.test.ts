import { describe, expect, it } from 'vitest';
import type { ConversationState, PastTurn } from '../../domain/conversation.ts';
import { emptyConversation } from '../state/fold-conversation.ts';
import { lookedInVain } from './looked-in-vain.ts';

function spoken(reply: string, action: PastTurn['action'] = 'answer'): ConversationState {
  const sentiment = { label: 'neutral', score: 0, signals: [] } as const;
  const turn: PastTurn = { text: '…', reply, action, sentiment, intents: [], citations: [], at: 0 };
  return { ...emptyConversation('c'), turns: [turn] };
}

const NEIGHBOURS = 'Ask the neighbours and look in the shed and bins. Wait 2 days. After that, contact us.';
const STATION = '显示签收没收到的，先问问驿站、门卫和家人。还是没有的，联系客服，我们去查。';
const english = (text: string, reply = NEIGHBOURS) => lookedInVain(spoken(reply), { text, language: 'en' });
const chinese = (text: string, reply = STATION) => lookedInVain(spoken(reply), { text, language: 'zh' });

describe('lookedInVain', () => {
  it.each([
    'already looked everywhere and it was 5 days ago',
    'checked, not there. no second box either',
    'asked next door and they dont have it, nothing in the shed',
    'ive asked all the neighbours, nobody has it',
    'looked in the bins. no sign of it',
    'i have searched the porch and the shed, nothing',
    'been round to the neighbours, no luck',
    'did all that. it was monday. its thursday',
    'we checked with everyone in the building but nope',
  ])('hears %s', (text) => {
    expect(english(text)).toBe(true);
  });

  it.each([
    'should i ask the neighbours',
    "i haven't checked the shed yet",
    'ok i will look',
    'who should i contact',
    'found it, it was in the shed',
    'nobody is in next door today',
    'how long does it take if i looked and found nothing',
    'thanks, i asked my neighbour and she has it',
  ])('does not hear %s', (text) => {
    expect(english(text)).toBe(false);
  });

  it.each([
    '驿站门卫都问过了没有',
    '都找过了 没有',
    '家里人也问过了 都说没收',
    '门卫那也查了 不在',
    '驿站我已经去问过了 说没有我的件',
    '里外都翻遍了 还是没有',
    '都看过了 找不到',
    '邻居都问了 没人拿',
  ])('hears %s', (text) => {
    expect(chinese(text)).toBe(true);
  });

  it.each([
    '还没问驿站',
    '要不要问问邻居',
    '好的 我去问问',
    '问过了 在门卫那',
    '那要找多久',
    '驿站电话是多少',
    '都问过了还要怎么办呢',
    '我没看到短信',
  ])('does not hear %s', (text) => {
    expect(chinese(text)).toBe(false);
  });

  it('needs a reply that sends the customer looking, and then to the shop', () => {
    expect(chinese('都找过了 没有', '先问问驿站和门卫。')).toBe(false);
    expect(english('checked, not there', 'Orders leave before noon. Contact us for anything else.')).toBe(false);
    expect(lookedInVain(spoken(NEIGHBOURS, 'clarify'), { text: 'checked, not there', language: 'en' })).toBe(false);
  });
});
