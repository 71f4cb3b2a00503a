import { describe, expect, it } from 'vitest';
import type { PastTurn } from '../../domain/conversation.ts';
import type { OrderStage } from '../../domain/shop.ts';
import { currentOrder, numbersLookedUp } from './current-order.ts';

const turn = (text: string, order?: OrderStage, action: PastTurn['action'] = 'answer'): PastTurn => ({
  ...{ text, reply: `reply to ${text}`, action, order, intents: [], citations: [], at: 0 },
  sentiment: { label: 'neutral', score: 0, signals: [] },
});

describe('currentOrder', () => {
  it('is the one told of last, also beside an article', () => {
    const turns = [turn('260118800010001002 can i get an invoice', 'under_way'), turn('what is your return policy')];
    expect(currentOrder({ turns: turns.slice(0, 1) })).toMatchObject({ stage: 'under_way', isLast: true });
    expect(currentOrder({ turns })).toMatchObject({ stage: 'under_way', isLast: false });
    expect(numbersLookedUp({ turns }).map(({ value }) => value)).toEqual(['260118800010001002']);
  });

  it('is forgotten after five other turns, small talk left out', () => {
    const other = Array.from({ length: 4 }, () => turn('运费多少'));
    const turns = [turn('260118800010001002', 'under_way', 'lookup'), ...other, turn('谢谢', undefined, 'smalltalk')];
    expect(currentOrder({ turns })).toBeDefined();
    expect(currentOrder({ turns: [...turns, turn('怎么退货')] })).toBeUndefined();
  });

  it('is none where a number was not found', () => {
    expect(currentOrder({ turns: [turn('260118800010009999', undefined, 'clarify')] })).toBeUndefined();
  });
});
