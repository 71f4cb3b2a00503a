import { describe, expect, it } from 'vitest';
import type { PastTurn } from '../../domain/conversation.ts';
import type { OrderStage } from '../../domain/shop.ts';
import type { Language, Understanding } from '../../domain/understanding.ts';
import type { Intent } from '../../intents/intent.ts';
import { emptyConversation } from '../state/fold-conversation.ts';
import { goesOnAboutOrder } from './goes-on-about-order.ts';

const turn = (order?: OrderStage): PastTurn => ({
  ...{ text: '', reply: '中通快递：运输中。武汉转运中心', action: order ? 'lookup' : 'answer', order },
  ...{ intents: [], citations: [], at: 0, sentiment: { label: 'neutral', score: 0, signals: [] } },
});
const GROUPS: Readonly<Record<string, string>> = { delivery_time: 'logistics', refund_timing: 'after_sales' };
const catalogue = new Map<string, Intent>(
  Object.entries(GROUPS).map(([name, group]) => [name, { name, group, route: 'answer' } as Intent]),
);

function goesOn(turns: readonly PastTurn[], language: Language, text: string, about?: string, answerable = false) {
  const intents = about ? [{ name: about, confidence: 0.9 }] : [];
  const understanding = { text, language, intents } as unknown as Understanding;
  return goesOnAboutOrder({ ...emptyConversation('c'), turns }, { understanding, answerable, catalogue });
}

describe('goesOnAboutOrder', () => {
  it.each([
    ['zh', '啥时候到', 'delivery_time'],
    ['zh', '啥子时候能到成都', 'delivery_time'],
    ['zh', '还要等多久', undefined],
    ['en', 'when will it arrive', 'delivery_time'],
    ['en', 'is it still in wuhan', undefined],
    ['en', 'has it left yet', undefined],
    ['en', 'how long more', undefined],
    ['en', 'can you check again', undefined],
  ] as const)('(%s) %s', (language, text, about) => {
    expect(goesOn([turn('under_way')], language, text, about)).toBe(true);
    expect(goesOn([], language, text, about)).toBe(false);
  });

  it.each([
    ['zh', '你们一般多久发货', 'delivery_time'],
    ['zh', '羽绒服能机洗吗', undefined],
    ['zh', '能改地址吗', undefined],
    ['zh', '退款多久到账', 'refund_timing'],
    ['en', 'how long does delivery usually take', 'delivery_time'],
    ['en', 'when do you restock the candle', undefined],
    ['en', 'is it waterproof', undefined],
    ['en', 'can i change the address', undefined],
  ] as const)('leaves a question about anything else: (%s) %s', (language, text, about) => {
    expect(goesOn([turn('under_way')], language, text, about, true)).toBe(false);
  });

  it('takes the refund of a refunded order for that one', () => {
    expect(goesOn([turn('refunded')], 'zh', '退款什么时候到账', 'refund_timing')).toBe(true);
  });

  it('after another answer, needs an intent about orders', () => {
    const turns = [turn('under_way'), turn()];
    expect(goesOn(turns, 'en', 'when will it arrive', 'delivery_time')).toBe(true);
    expect(goesOn(turns, 'en', 'how long')).toBe(false);
  });
});
