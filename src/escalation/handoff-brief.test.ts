import { describe, expect, it } from 'vitest';
import type { PastTurn } from '../domain/conversation.ts';
import type { Entity, Sentiment, Understanding } from '../domain/understanding.ts';
import { type BriefFacts, handoffBrief } from './handoff-brief.ts';

const CALM: Sentiment = { label: 'neutral', score: 0, signals: [] };
const ANGRY: Sentiment = { label: 'angry', score: 0.9, signals: ['insult', 'storm'] };
const CATALOGUE = new Map([
  ['refund_status', { description: '退款到哪一步了', route: 'lookup' }],
  ['invoice', { description: 'Wants an invoice.', route: 'answer' }],
  ['greeting', { description: 'Says hello.', route: 'smalltalk' }],
]);

const NO_NEEDS = { human_request: 0, anger: 0, threat: 0, legal: 0, safety: 0, staff_only: 0 };

function understood(text: string, more: Partial<Understanding> = {}): Understanding {
  return { language: 'zh', text, intents: [], entities: [], sentiment: CALM, needs: NO_NEEDS, vague: 0, ...more };
}

function number(value: string): Entity {
  return { kind: 'order_number', text: value, value, start: 0, end: value.length };
}

function past(text: string, action: PastTurn['action'], more: Partial<PastTurn> = {}): PastTurn {
  return { text, action, reply: '', intents: [], sentiment: CALM, citations: [], at: 0, ...more };
}

function facts(text: string, turns: PastTurn[], more: Partial<BriefFacts> = {}): BriefFacts {
  const transcript = turns.map((turn) => ({ role: 'customer' as const, text: turn.text }));
  const understanding = understood(text);
  return { state: { turns, transcript }, text, understanding, reason: 'anger', catalogue: CATALOGUE, ...more };
}

describe('handoffBrief', () => {
  it('tells what is wanted from the last words that say so', () => {
    const turns = [past('退款怎么还没到账', 'answer', { intents: [{ name: 'refund_status', confidence: 0.9 }] })];
    expect(handoffBrief(facts('人工', turns)).wants).toBe('退款怎么还没到账 (退款到哪一步了)');
    expect(handoffBrief(facts('人工', [])).wants).toBe('人工');
    expect([...handoffBrief(facts('退'.repeat(500), [])).wants]).toHaveLength(120);
  });

  it('describes it only in the language of the conversation', () => {
    const intents = [{ name: 'invoice', confidence: 0.9 }];
    expect(handoffBrief(facts('人工', [past('发票怎么开呀', 'answer', { intents })])).wants).toBe('发票怎么开呀');
    const english = understood('human', { language: 'en' });
    const turns = [past('I need an invoice', 'answer', { intents })];
    expect(handoffBrief(facts('me', turns, { understanding: english })).wants).toBe(
      'I need an invoice (Wants an invoice.)',
    );
  });

  it('collects order numbers of the whole conversation once', () => {
    const entitiesOf = (text: string) => (text.match(/\d{6,}/g) ?? []).map(number);
    const understanding = understood('订单 888888', { entities: [number('888888')] });
    const turns = [past('订单 777777 呢', 'lookup'), past('还有 888888', 'lookup')];
    expect(handoffBrief(facts('订单 888888', turns, { entitiesOf, understanding })).orderNumbers).toEqual([
      '777777',
      '888888',
    ]);
  });

  it('says what was tried, with sources, and in what mood', () => {
    const cited = { article: 'a', title: '退款多久到账', heading: '', version: '0' };
    const turns = [
      past('你好', 'smalltalk'),
      past('退款多久', 'answer', { citations: [cited], sentiment: { ...CALM, label: 'upset' } }),
      past('那个呢', 'clarify'),
    ];
    const understanding = understood('垃圾！！', { sentiment: ANGRY });
    const brief = handoffBrief(facts('垃圾！！', turns, { understanding }));
    expect(brief.tried).toEqual(['已答复 (退款多久到账): 退款多久', '已追问: 那个呢']);
    expect(brief.mood).toBe('愤怒, 辱骂, 此前已有 1 条不满');
  });

  it('calls nobody calm who tells of an injury, a lawyer or a threat', () => {
    const moodOf = (more: Partial<BriefFacts>) => handoffBrief(facts('用了面霜脸肿了', [], more)).mood;
    for (const reason of ['safety', 'legal', 'threat'] as const) expect(moodOf({ reason })).toBe('');
    expect(moodOf({ reason: 'human_request' })).toBe('平静');
    const signals = ['urgency'];
    const pressing = understood('脸肿了，急', { sentiment: { ...CALM, signals } });
    expect(moodOf({ reason: 'safety', understanding: pressing })).toBe('着急');
    expect(moodOf({ reason: 'safety', understanding: understood('脸肿了', { sentiment: ANGRY }) })).toBe('愤怒, 辱骂');
  });

  it('holds the present message once, whether or not the state has it yet', () => {
    const before = [
      { role: 'customer' as const, text: '在吗' },
      { role: 'bot' as const, text: '在的' },
    ];
    const now = [
      { role: 'customer' as const, text: '人呢' },
      { role: 'customer' as const, text: '转人工' },
    ];
    const text = '人呢\n转人工';
    const withState = (transcript: BriefFacts['state']['transcript']) =>
      handoffBrief({ ...facts(text, []), state: { turns: [], transcript } }).transcript;
    expect(withState([...before, ...now])).toEqual([...before, ...now]);
    expect(withState(before)).toEqual([...before, { role: 'customer', text }]);
  });
});
