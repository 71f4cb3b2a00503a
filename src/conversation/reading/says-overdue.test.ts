import { describe, expect, it } from 'vitest';
import type { PastTurn } from '../../domain/conversation.ts';
import type { Language, Understanding } from '../../domain/understanding.ts';
import { emptyConversation } from '../state/fold-conversation.ts';
import { saysOverdue } from './says-overdue.ts';

const catalogue = new Map(
  Object.entries({ shipping_time: 'shipping', refund_timing: 'after_sales', warranty: 'after_sales' }).map(
    ([name, group]) => [name, { name, group } as never],
  ),
);
const answered = (text: string, reply: string, intent: string) => ({
  ...emptyConversation('c'),
  turns: [
    {
      ...{ text, reply, action: 'answer', citations: [], at: 0, intents: [{ name: intent, confidence: 0.9 }] },
      sentiment: { label: 'neutral', score: 0, signals: [] },
    } as PastTurn,
  ],
});
const says = (text: string, language: Language) => ({ text, language }) as Understanding;
const shipping = answered('多久发货', '付款后最晚 48 小时内发货', 'shipping_time');
const english = answered('how long do refunds take', 'It takes 1–3 working days.', 'refund_timing');

describe('saysOverdue', () => {
  it.each(['可是都超过48小时了', '说好的48小时，我都等了三天了', '早就过了', '三天了还没发'])(
    'hears that the time is over: %s',
    (text) => {
      expect(saysOverdue(shipping, says(text, 'zh'), catalogue)).toBe(true);
    },
  );

  it.each(["but it's been longer than that", 'it says 3 days and it has been 2 weeks', "that's passed already"])(
    'hears that the time is over: %s',
    (text) => {
      expect(saysOverdue(english, says(text, 'en'), catalogue)).toBe(true);
    },
  );

  it('leaves what is supposed, and what asks for the rule', () => {
    for (const text of ['要是超过48小时呢', '超过了怎么办', '周末也算吗'])
      expect(saysOverdue(shipping, says(text, 'zh'), catalogue)).toBe(false);
    expect(saysOverdue(english, says('what if it has been longer', 'en'), catalogue)).toBe(false);
  });

  it('is about what an order tells, and a time that was named', () => {
    const warranty = answered('拉链保修多久', '180 天', 'warranty');
    expect(saysOverdue(warranty, says('已经超过了', 'zh'), catalogue)).toBe(false);
    const unnamed = answered('多久发货', '请看商品页', 'shipping_time');
    expect(saysOverdue(unnamed, says('都超过了', 'zh'), catalogue)).toBe(false);
  });
});
