import { describe, expect, it } from 'vitest';
import type { SearchResult } from '../retrieval/search-result.ts';
import { decide, type TurnFacts } from './decide.ts';
import { DEFAULT_REPLIES } from './replies.ts';

const replies = DEFAULT_REPLIES.zh;
const thresholds = { answer: 0.56, clarify: 0.3, intent: 0.5 };
const citation = { article: 'a', title: '退款多久到账', heading: '', version: '1' };

function search(probability: number): SearchResult {
  const passages = [{ text: '1 到 3 个工作日', citation, intents: [] }];
  return { probability, passages, candidates: [{ article: 'a', title: citation.title, score: probability }] };
}

function facts(more: Partial<TurnFacts> = {}): TurnFacts {
  const sentiment = { label: 'neutral', score: 0, signals: [] } as const;
  return { language: 'zh', text: '退款多久能到我账上', intents: [], sentiment, vague: 0, search: search(0.9), ...more };
}

describe('decide', () => {
  it('answers with the source from the threshold on', () => {
    expect(decide(facts(), replies, thresholds)).toMatchObject({ action: 'answer', citations: [citation] });
    expect(decide(facts({ search: search(0.56) }), replies, thresholds).action).toBe('answer');
    expect(decide(facts({ search: search(0.55) }), replies, thresholds).action).not.toBe('answer');
  });

  it('answers with two articles under their titles where only together they are likely enough', () => {
    const other = { ...citation, article: 'b', title: '退款退到哪里' };
    const passages = [...search(0).passages, { text: '原路退回', citation: other, intents: [] }];
    const doubtful = { ...search(0.5), together: { probability: 0.6, passages } };
    const both = decide(facts({ search: doubtful }), replies, thresholds);
    expect(both).toMatchObject({ action: 'answer', citations: [citation, other] });
    expect(both.reply).toBe('【退款多久到账】\n1 到 3 个工作日\n\n【退款退到哪里】\n原路退回');
    const english = decide(facts({ language: 'en', search: doubtful }), DEFAULT_REPLIES.en, thresholds);
    expect(english.reply).toContain('[退款多久到账]\n');
    const stricter = { ...thresholds, answer: 0.7 };
    expect(decide(facts({ search: doubtful }), replies, stricter).action).toBe('clarify');
  });

  it('apologises first to whoever is angry', () => {
    const angry = facts({ language: 'en', sentiment: { label: 'angry', score: 0.9, signals: [] } });
    expect(decide(angry, DEFAULT_REPLIES.en, thresholds).reply).toBe('I am very sorry about this. 1 到 3 个工作日');
  });

  it('offers the closest topics when half sure, and says that it does not know when not', () => {
    const half = decide(facts({ search: search(0.4) }), replies, thresholds);
    expect(half).toMatchObject({ action: 'clarify', awaiting: { slot: 'topic', options: ['退款多久到账'] } });
    expect(decide(facts({ text: '😡', search: search(0.4) }), replies, thresholds)).toMatchObject({
      reply: replies.clarify,
    });
    expect(decide(facts({ search: search(0.1) }), replies, thresholds)).toMatchObject({
      action: 'refuse',
      citations: [],
    });
  });

  it('asks back where nothing answers a message that leaves open what is meant', () => {
    const open = { text: '上次说的那个到底怎么弄啊', vague: 0.8 };
    const asked = decide(facts({ ...open, search: search(0.1) }), replies, thresholds);
    expect(asked).toMatchObject({ action: 'clarify', reply: replies.clarify, awaiting: { slot: 'topic' } });
    expect(decide(facts({ ...open, search: search(0.9) }), replies, thresholds).action).toBe('answer');
    expect(decide(facts({ ...open, vague: 0.2, search: search(0.1) }), replies, thresholds).action).toBe('refuse');
  });

  it('calls a person before anything else when one is due, and says so', () => {
    const escalation = { reason: 'anger', priority: 'high', team: 'complaints' } as const;
    const decision = decide(facts({ mustEscalate: escalation, smalltalk: 'greeting' }), replies, thresholds);
    expect(decision).toMatchObject({ action: 'escalate', escalation });
    expect(decision.reply).toContain('人工客服');
  });

  it('promises nobody where the desk says that nobody is there', () => {
    const escalation = { reason: 'human_request', priority: 'normal', team: 'general' } as const;
    const said = (more: Partial<TurnFacts>) =>
      decide(facts({ mustEscalate: escalation, ...more }), replies, thresholds);
    expect(said({}).reply).toContain('请稍候');
    expect(said({ nobodyComes: true })).toMatchObject({ action: 'escalate', reply: replies.handoffNoted });
  });

  it('calls a person for repeated failure only when it cannot answer this one', () => {
    const escalation = { reason: 'repeated_failure', priority: 'normal', team: 'general' } as const;
    expect(decide(facts({ escalateUnlessAnswered: escalation }), replies, thresholds).action).toBe('answer');
    const lost = facts({ escalateUnlessAnswered: escalation, search: search(0.4) });
    expect(decide(lost, replies, thresholds).action).toBe('escalate');
  });

  it('asks for the order number, and again when nobody knows it', () => {
    const unknown = facts({ lookUp: { kind: 'no_number' }, search: search(0.5) });
    expect(decide(unknown, replies, thresholds)).toMatchObject({
      action: 'clarify',
      reply: replies.askOrderNumber,
      awaiting: { slot: 'order_number' },
    });
    expect(decide(facts({ lookUp: { kind: 'unknown', number: '42' } }), replies, thresholds).reply).toContain('42');
  });

  it('answers what holds for every order and asks for the number in the same reply', () => {
    const decision = decide(facts({ lookUp: { kind: 'no_number' } }), replies, thresholds);
    expect(decision).toMatchObject({
      action: 'answer',
      citations: [citation],
      awaiting: { slot: 'order_number', text: '退款多久能到我账上' },
    });
    expect(decision.reply).toBe(`1 到 3 个工作日\n\n${replies.askOrderNumber}`);
  });

  it('apologises first to a customer who is upset', () => {
    const sentiment = { label: 'upset', score: 0.5, signals: [] } as const;
    expect(decide(facts({ sentiment }), replies, thresholds).reply.startsWith(replies.handoffSorry)).toBe(true);
  });
});
