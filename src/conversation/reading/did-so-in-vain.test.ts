import { describe, expect, it } from 'vitest';
import type { ConversationState, PastTurn } from '../../domain/conversation.ts';
import { emptyConversation } from '../state/fold-conversation.ts';
import { didSoInVain } from './did-so-in-vain.ts';

function spoken(text: string, reply: string, action: PastTurn['action'] = 'answer'): ConversationState {
  const sentiment = { label: 'neutral', score: 0, signals: [] } as const;
  const turn: PastTurn = { text, reply, action, sentiment, intents: [], citations: [], at: 0 };
  return { ...emptyConversation('c'), turns: [turn] };
}

const CODE = '[Codes]\n10% off your first order. It arrives within an hour of signing up.';
const POINTS = "[Points]\nBought as a guest? We can't add points afterwards.";
const RED = '【晒图有礼】\n晒图三张以上并写评价，截图给客服，返 5 元红包。';

describe('didSoInVain', () => {
  it.each([
    ["didn't get my 10% code", CODE, 'signed up yesterday'],
    ["didn't get my points from last order", POINTS, "i wasn't a guest"],
    ["my code isn't showing", 'Check your junk mail first.', 'checked junk already'],
  ])('hears after %s and a reply: %s', (text, reply, said) => {
    expect(didSoInVain(spoken(text, reply), { text: said, language: 'en' })).toBe(true);
  });

  it.each([
    ['没收到红包', RED, '已经晒图了'],
    ['发票没收到', '电子发票要先在订单里申请，3 天内开出。', '申请过了'],
    ['红包领不了', RED, '我昨天评价过了'],
  ])('hears after %s and a reply: %s', (text, reply, said) => {
    expect(didSoInVain(spoken(text, reply), { text: said, language: 'zh' })).toBe(true);
  });

  it.each([
    ['how do i get the 10% code', CODE, 'signed up yesterday'],
    ["didn't get my 10% code", CODE, 'how do i sign up'],
    ["didn't get my 10% code", CODE, 'i bought two soaps'],
    ["there's a soap missing", "Free samples aren't counted as missing.", 'it was a free sample'],
    ["my parcel hasn't arrived", 'Posted before 11am it goes the same day.', 'it was posted on monday'],
  ])('does not hear after %s and a reply: %s', (text, reply, said) => {
    expect(didSoInVain(spoken(text, reply), { text: said, language: 'en' })).toBe(false);
  });

  it.each([
    ['怎么领红包', RED, '已经晒图了'],
    ['没收到红包', RED, '怎么晒图'],
    ['没收到红包', RED, '好的知道了'],
  ])('does not hear after %s and a reply: %s', (text, reply, said) => {
    expect(didSoInVain(spoken(text, reply), { text: said, language: 'zh' })).toBe(false);
  });

  it('needs an answer before', () => {
    expect(didSoInVain(spoken('没收到红包', RED, 'clarify'), { text: '已经晒图了', language: 'zh' })).toBe(false);
  });
});
