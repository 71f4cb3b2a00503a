import { describe, expect, it } from 'vitest';
import type { ConversationState } from '../domain/conversation.ts';
import type { Understanding } from '../domain/understanding.ts';
import { emptyConversation } from './fold-conversation.ts';
import { followUpText, repliesToClarification } from './follow-up.ts';

const answered: ConversationState = {
  ...emptyConversation('c'),
  turns: [
    {
      text: '新疆能发货吗',
      reply: '能',
      action: 'answer',
      intents: [],
      sentiment: { label: 'neutral', score: 0, signals: [] },
      citations: [],
      at: 0,
    },
  ],
};

describe('followUpText', () => {
  it('puts the last question in front of words that lean on it', () => {
    expect(followUpText(answered, '那运费呢', 'zh')).toBe('新疆能发货吗 那运费呢');
    expect(followUpText({ ...answered }, 'and how much is that', 'en')).toBe('新疆能发货吗 and how much is that');
  });

  it('leaves a question alone that stands by itself, and the first of a conversation', () => {
    expect(followUpText(answered, '羽绒服可以用洗衣机洗吗', 'zh')).toBeUndefined();
    expect(followUpText(emptyConversation('c'), '那运费呢', 'zh')).toBeUndefined();
  });

  it('takes a number as the topic that was offered under it', () => {
    const awaiting = { slot: 'topic' as const, text: '券', options: ['优惠券怎么领', '优惠券怎么用'] };
    expect(followUpText({ ...answered, awaiting }, '2', 'zh')).toBe('优惠券怎么用');
    expect(followUpText({ ...answered, awaiting }, '第一个', 'zh')).toBe('优惠券怎么领');
  });
});

describe('repliesToClarification', () => {
  const asking = (intent?: string): ConversationState => ({
    ...answered,
    turns: [{ ...answered.turns[0], action: 'clarify', intents: intent ? [{ name: intent, confidence: 0.9 }] : [] }],
  });
  const says = (text: string, intent?: string) =>
    ({ text, language: 'zh', intents: intent ? [{ name: intent, confidence: 0.8 }] : [] }) as unknown as Understanding;

  it('is about the same matter, or leans on what was said', () => {
    expect(repliesToClarification(asking('size_advice'), says('就是我穿多大码合适', 'size_advice'))).toBe(true);
    expect(repliesToClarification(asking(), says('黑色那件'))).toBe(true);
  });

  it('is not a new question, nor anything said after an answer', () => {
    expect(repliesToClarification(asking('size_advice'), says('你们走哪家快递', 'courier_choice'))).toBe(false);
    expect(repliesToClarification(asking(), says('发票抬头可以写我们公司的名字吗', 'invoice_request'))).toBe(false);
    expect(repliesToClarification(answered, says('那黑色呢'))).toBe(false);
  });
});
