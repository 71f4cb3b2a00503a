import { describe, expect, it } from 'vitest';
import type { ConversationState, PastTurn } from '../../domain/conversation.ts';
import type { Understanding } from '../../domain/understanding.ts';
import { emptyConversation } from '../state/fold-conversation.ts';
import { chosenPart, chosenTopic, currentTopic, repliesToClarification } from './follow-up.ts';

const turn = (text: string, action: PastTurn['action'] = 'answer'): PastTurn => ({
  text,
  reply: '能',
  action,
  intents: [],
  sentiment: { label: 'neutral', score: 0, signals: [] },
  citations: action === 'answer' ? [{ article: 'a', title: '怎么洗', heading: '', version: '1' }] : [],
  at: 0,
});
const talked = (...turns: PastTurn[]): ConversationState => ({ ...emptyConversation('c'), turns });

describe('currentTopic', () => {
  it('is the last question and the article that answered it, also after thanks', () => {
    const topic = { question: '毛衣能机洗吗', article: { id: 'a', title: '怎么洗' }, options: [], reply: '能' };
    expect(currentTopic(talked(turn('毛衣能机洗吗')), 'zh')).toEqual(topic);
    expect(currentTopic(talked(turn('毛衣能机洗吗'), turn('谢谢', 'smalltalk')), 'zh')).toEqual(topic);
  });

  it('is open to the second of two articles', () => {
    const second = { article: 'b', title: '怎么晾', heading: '', version: '1' };
    const both = turn('毛衣能机洗吗');
    const state = talked({ ...both, citations: [...both.citations, second] });
    expect(currentTopic(state, 'zh')).toMatchObject({ article: { id: 'a' }, options: ['怎么晾'] });
  });

  it('resolves what a follow-up asked of another thing', () => {
    const state = talked(turn('毛衣能机洗吗'), turn('羽绒服呢'));
    expect(currentTopic(state, 'zh')?.question).toBe('羽绒服能机洗吗');
  });

  it('keeps the question when it is told or corrected something, and the article after a follow-up without answer', () => {
    const told = currentTopic(talked(turn('毛衣能机洗吗'), turn('我上周穿了三天就起球了')), 'zh');
    expect(told?.question).toBe('毛衣能机洗吗 我上周穿了三天就起球了');
    const corrected = currentTopic(talked(turn('毛衣能机洗吗'), turn('不是 我是说冬天的')), 'zh');
    expect(corrected?.question).toBe('毛衣能机洗吗 冬天的');
    const refused = currentTopic(talked(turn('毛衣能机洗吗'), turn('它会不会掉色呀', 'refuse')), 'zh');
    expect(refused).toMatchObject({ question: '它会不会掉色呀', article: { id: 'a' } });
    const elsewhere = turn('我新买的裤子上拉链坏掉了');
    const citations = [{ article: 'b', title: '怎么修', heading: '', version: '1' }];
    expect(currentTopic(talked(turn('毛衣能机洗吗'), { ...elsewhere, citations }), 'zh')?.question).toBe(
      '我新买的裤子上拉链坏掉了',
    );
    // A question that was not answered ends no topic; two do.
    const unanswered = talked(turn('毛衣能机洗吗'), turn('北京下雪没有', 'refuse'));
    expect(currentTopic(unanswered, 'zh')?.article).toEqual({ id: 'a', title: '怎么洗' });
    const twice = talked(turn('毛衣能机洗吗'), turn('北京下雪没有', 'refuse'), turn('上海呢', 'refuse'));
    expect(currentTopic(twice, 'zh')?.article).toBeUndefined();
  });

  it('is nothing at the beginning and after a look-up that told of no order', () => {
    expect(currentTopic(emptyConversation('c'), 'zh')).toBeUndefined();
    expect(currentTopic(talked(turn('毛衣能机洗吗'), turn('查一下到哪了', 'lookup')), 'zh')).toBeUndefined();
  });

  it('is where the order stands after a look-up that told of one', () => {
    const looked: PastTurn = { ...turn('查一下到哪了', 'lookup'), order: 'under_way' };
    expect(currentTopic(talked(turn('毛衣能机洗吗'), looked), 'zh')).toEqual({
      ...{ question: '快递在路上', isOrder: true, options: [], reply: '查一下到哪了 能' },
    });
  });
});

describe('chosenPart', () => {
  const parts = { article: 'zh/bed', headings: ['尺寸和价格', '颜色', '保养方法'] };
  const offered = { awaiting: { slot: 'topic', text: '床', options: ['松岚实木床'], parts } } as const;

  it('is named by its number, its place or its words', () => {
    for (const text of ['2', '第二个', '颜色']) expect(chosenPart(offered, text, 'zh')?.heading).toBe('颜色');
    expect(chosenPart(offered, '价格', 'zh')).toEqual({ article: 'zh/bed', heading: '尺寸和价格' });
    expect(chosenPart(offered, '最后一个', 'zh')?.heading).toBe('保养方法');
  });

  it('is what was tapped, whatever capitals it has', () => {
    const english = { article: 'en/balm', headings: ['Eye make-up', 'How to use it', 'Eye cream and make-up'] };
    const tapped = { awaiting: { slot: 'topic', text: 'balm', options: ['Balm'], parts: english } } as const;
    expect(chosenPart(tapped, 'eye make-up', 'en')?.heading).toBe('Eye make-up');
  });

  it('is none for another question, a yes, or where no parts were offered', () => {
    for (const text of ['是的', '4', '多久发货', '']) expect(chosenPart(offered, text, 'zh')).toBeUndefined();
    expect(chosenPart({ awaiting: { slot: 'topic', text: '床', options: ['床'] } }, '1', 'zh')).toBeUndefined();
  });
});

describe('chosenTopic', () => {
  const awaiting = { slot: 'topic' as const, text: '券', options: ['优惠券怎么领', '优惠券怎么用', '退货运费谁出'] };
  const offered = { ...talked(turn('券', 'clarify')), awaiting };

  it('is the one offered under a number', () => {
    expect(chosenTopic(offered, '2', 'zh')).toBe('优惠券怎么用');
    expect(chosenTopic(offered, '第一个', 'zh')).toBe('优惠券怎么领');
    expect(chosenTopic(offered, 'the second one', 'en')).toBe('优惠券怎么用');
  });

  it.each([
    '选2',
    '2吧',
    '2号',
    '第二条',
    '第二个吧',
    '要第二个',
    '我选第二个',
    'option 2',
    'number 2',
    '#2',
    '2 please',
    'two',
    'second option',
  ])('is the second of those offered: %s', (text) => {
    expect(chosenTopic(offered, text, /\p{Script=Han}/u.test(text) ? 'zh' : 'en')).toBe('优惠券怎么用');
  });

  it('is the last of those offered', () => {
    for (const text of ['最后一个', 'the last one']) expect(chosenTopic(offered, text, 'zh')).toBe('退货运费谁出');
  });

  it('is one of two articles that were shown together, by its number', () => {
    const second = { article: 'b', title: '怎么晾', heading: '', version: '1' };
    const one = turn('毛衣能机洗吗');
    const both = { ...one, citations: [...one.citations, second] };
    expect(chosenTopic(talked(both), '第二个', 'zh')).toBe('怎么晾');
    expect(chosenTopic(talked(both), 'and the second article?', 'en')).toBe('怎么晾');
    expect(chosenTopic(talked(both), '3', 'zh')).toBeUndefined();
    expect(chosenTopic(talked(one), '1', 'zh')).toBeUndefined();
  });

  it('is not how many one wants', () => {
    const second = { article: 'b', title: '怎么晾', heading: '', version: '1' };
    const shown = talked({ ...turn('毛衣能机洗吗'), citations: [...turn('毛衣能机洗吗').citations, second] });
    for (const text of ['我要两个', '我想要两个', '要一条', 'I want one', 'one please', 'two'])
      expect([text, chosenTopic(shown, text, 'zh')]).toEqual([text, undefined]);
  });

  it('is the only one that holds the words of the reply', () => {
    expect(chosenTopic(offered, '退货的', 'zh')).toBe('退货运费谁出');
    expect(chosenTopic(offered, '优惠券', 'zh')).toBeUndefined();
    expect(chosenTopic(offered, '2号能到吗', 'zh')).toBeUndefined();
  });
});

describe('repliesToClarification', () => {
  const asking = (intent?: string): ConversationState =>
    talked({ ...turn('码', 'clarify'), intents: intent ? [{ name: intent, confidence: 0.9 }] : [] });
  const says = (text: string, intent?: string) =>
    ({ text, language: 'zh', intents: intent ? [{ name: intent, confidence: 0.8 }] : [] }) as unknown as Understanding;

  it('is about the same matter, or asks nothing by itself', () => {
    expect(repliesToClarification(asking('size_advice'), says('就是我穿多大码合适', 'size_advice'))).toBe(true);
    expect(repliesToClarification(asking(), says('黑色那件'))).toBe(true);
  });

  it('is not a new question, nor anything said after an answer', () => {
    expect(repliesToClarification(asking('size_advice'), says('你们走哪家快递', 'courier_choice'))).toBe(false);
    expect(repliesToClarification(asking(), says('发票抬头可以写我们公司的名字吗', 'invoice_request'))).toBe(false);
    expect(repliesToClarification(asking('size_advice'), says('那算了。有男款吗', 'size_advice'))).toBe(false);
    expect(repliesToClarification(talked(turn('新疆能发货吗')), says('那黑色呢'))).toBe(false);
  });
});
