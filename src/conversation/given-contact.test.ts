import { describe, expect, it } from 'vitest';
import { DEFAULT_REPLIES } from './deciding/replies.ts';
import { givenContact } from './given-contact.ts';
import { emptyConversation } from './state/fold-conversation.ts';

const state = emptyConversation('c');

describe('givenContact', () => {
  it.each([
    '浙江省杭州市西湖区文三路100号 张三 13812345678',
    '收货地址：广东省深圳市南山区科技园路12号3栋502 李四',
    '13812345678',
    '杭州芽麦科技有限公司 91330100MA27X12345',
  ])('asks what %s is for', (text) => {
    expect(givenContact(state, text, 'zh', DEFAULT_REPLIES)?.reply).toBe(DEFAULT_REPLIES.zh.contact);
  });

  it.each(['12 Baker Street, London NW1 6XE', 'my address is 45 Elm Road, Springfield, IL 62704', 'me@example.com'])(
    'asks what %s is for',
    (text) => {
      expect(givenContact(state, text, 'en', DEFAULT_REPLIES)?.action).toBe('clarify');
    },
  );

  it.each(['改到浙江省杭州市西湖区文三路100号', '发到广东省要几天', '260118800010001001', '好的', '地址'])(
    'leaves %s',
    (text) => {
      expect(givenContact(state, text, 'zh', DEFAULT_REPLIES)).toBeUndefined();
    },
  );

  it('asks once, and not where an order number was asked for', () => {
    const asked = { ...state, awaiting: { slot: 'order_number', text: '' } as const };
    expect(givenContact(asked, '13812345678', 'zh', DEFAULT_REPLIES)).toBeUndefined();
    const first = givenContact(state, '13812345678', 'zh', DEFAULT_REPLIES);
    const again = { ...state, turns: [{ ...first, text: '', at: 0 } as never] };
    expect(givenContact(again, '13812345678', 'zh', DEFAULT_REPLIES)).toBeUndefined();
  });
});
