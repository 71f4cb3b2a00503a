import { describe, expect, it } from 'vitest';
import type { ConversationState } from '../domain/conversation.ts';
import { emptyConversation } from './fold-conversation.ts';
import { followUpText } from './follow-up.ts';

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
