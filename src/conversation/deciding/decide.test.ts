import { describe, expect, it } from 'vitest';
import type { SearchResult } from '../../retrieval/search-result.ts';
import { decide } from './decide.ts';
import { DEFAULT_REPLIES } from './replies.ts';
import type { TurnFacts } from './turn-facts.ts';

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

  it('says of which article a part is', () => {
    const [passage] = search(0).passages;
    const part = { ...search(0.9), passages: [{ ...passage, isPart: true as const }] };
    expect(decide(facts({ search: part }), replies, thresholds).reply).toBe('【退款多久到账】\n1 到 3 个工作日');
    expect(decide(facts(), replies, thresholds).reply).toBe('1 到 3 个工作日');
  });

  it('says sorry in danger, and what the pages say to do about it, besides calling a person', () => {
    const escalation = { reason: 'safety', priority: 'urgent', team: 'complaints' } as const;
    const bare = decide(facts({ mustEscalate: escalation }), replies, thresholds);
    expect(bare).toMatchObject({ action: 'escalate', citations: [], escalation });
    expect(bare.reply).toBe(`${replies.handoffSafety}${replies.handoff}`);
    const firstAid = [{ text: '清水冲 15 分钟', citation, intents: [], isPart: true as const }];
    const helped = decide(facts({ mustEscalate: escalation, firstAid }), replies, thresholds);
    expect(helped).toMatchObject({ action: 'escalate', citations: [citation], escalation });
    expect(helped.reply).toBe(
      `${replies.handoffSafety}\n${replies.firstAid}\n【退款多久到账】\n清水冲 15 分钟\n\n${replies.handoff}`,
    );
  });

  it('answers with the page on orders where none can be looked up, unless a person is due', () => {
    const onOrders = search(0.5).passages;
    const asked = facts({ search: search(0.5), onOrders });
    expect(decide(asked, replies, thresholds)).toMatchObject({ action: 'answer', citations: [citation] });
    const escalateUnlessAnswered = { reason: 'low_confidence', priority: 'low', team: 'general' } as const;
    expect(decide({ ...asked, escalateUnlessAnswered }, replies, thresholds).action).toBe('escalate');
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

  it('does not ask whether the topic is meant that the conversation is at', () => {
    const half = search(0.52);
    const ofTopic = half.passages;
    expect(decide(facts({ search: search(0.4), ofTopic }), replies, thresholds).action).toBe('clarify');
    expect(decide(facts({ search: half, ofTopic }), replies, thresholds)).toMatchObject({
      action: 'answer',
      citations: [citation],
    });
    expect(decide(facts({ search: search(0.2), ofTopic }), replies, thresholds).action).toBe('refuse');
    for (const silent of [{ asksNothing: true }, { resemblesSmalltalk: true }])
      expect(decide(facts({ search: half, ofTopic, ...silent }), replies, thresholds).action).toBe('clarify');
  });

  it('tells who haggles that it has no say, unless an article deals with that', () => {
    const intents = [{ name: 'price_bargain', confidence: 0.9 }];
    expect(decide(facts({ text: '便宜点呗', intents, search: search(0.1) }), replies, thresholds).reply).toBe(
      replies.bargain,
    );
    expect(decide(facts({ text: '便宜点呗', intents, search: search(0.9) }), replies, thresholds).action).toBe(
      'answer',
    );
    expect(decide(facts({ text: '便宜点呗', intents, search: search(0.5) }), replies, thresholds).reply).toBe(
      replies.bargain,
    );
    const unsure = [{ name: 'price_bargain', confidence: 0.6 }];
    expect(
      decide(facts({ text: '这个真的好贵', intents: unsure, search: search(0.1) }), replies, thresholds).reply,
    ).toBe(replies.refuse);
  });

  it('offers no topic that is far behind the best one, and asks about a single one by its name', () => {
    const offer = (probability: number, ...scores: number[]) => {
      const candidates = scores.map((score, at) => ({ article: `${at}`, title: `题${at}`, score }));
      return decide(facts({ search: { ...search(probability), candidates } }), replies, thresholds);
    };
    expect(offer(0.5, 0.5, 0.15, 0.1)).toMatchObject({
      reply: replies.clarifyTopic.replace('{title}', '题0'),
      awaiting: { options: ['题0'] },
    });
    expect(offer(0.5, 0.5, 0.21, 0.1).awaiting?.options).toEqual(['题0', '题1']);
    expect(offer(0.5, 0.5, 0.4, 0.3, 0.3).awaiting?.options).toEqual(['题0', '题1', '题2']);
    // Read with a title, its article is near whatever is asked; the doubt about it counts.
    expect(offer(0.4, 0.96, 0.2).awaiting?.options).toEqual(['题0', '题1']);
  });

  it('asks which part of the only article is meant, where there are a few', () => {
    const offer = (parts: readonly string[]) => {
      const candidates = [{ article: 'zh/bed', title: '实木床', score: 0.5, parts }];
      return decide(facts({ search: { ...search(0.5), candidates } }), replies, thresholds);
    };
    const asked = offer(['尺寸和价格', '颜色']);
    expect(asked.reply).toContain('“实木床”');
    expect(asked.reply).toMatch(/\n1\. 尺寸和价格\n2\. 颜色$/u);
    expect(asked.awaiting).toMatchObject({
      options: ['实木床'],
      parts: { article: 'zh/bed', headings: ['尺寸和价格', '颜色'] },
    });
    const many = offer(['1', '2', '3', '4', '5', '6', '7']);
    expect(many.reply).toBe(replies.clarifyTopic.replace('{title}', '实木床'));
    expect(many.awaiting?.parts).toBeUndefined();
  });

  it('stands by what was shown and is hardly believed, once', () => {
    const shown = [{ article: 'zh/bed', title: '实木床', heading: '', version: '1' }];
    const doubted = facts({ search: search(0.4), doubtsAnswer: true, shown });
    const standing = decide(doubted, replies, thresholds);
    expect(standing).toMatchObject({ action: 'answer', citations: shown });
    expect(standing.reply).toContain('实木床');
    expect(decide({ ...doubted, said: [standing.reply] }, replies, thresholds).action).toBe('clarify');
    expect(decide({ ...doubted, shown: [] }, replies, thresholds).action).toBe('clarify');
  });

  it('does not ask which thing a message means that names one and asks whether', () => {
    const open = { search: search(0.1), vague: 0.8 };
    const told = (text: string, more: Partial<TurnFacts>) =>
      decide(facts({ ...open, text, ...more }), replies, thresholds).action;
    expect(told('防蜂服有没有粉色的', { namesThing: true })).toBe('refuse');
    expect(told('do the suits come in pink', { namesThing: true, language: 'en' })).toBe('refuse');
    expect(told('do they come in pink', { language: 'en' })).toBe('clarify');
    expect(told('防蜂服怎么回事啊这到底', { namesThing: true })).toBe('clarify');
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
    expect(decide(facts({ lookUp: { kind: 'unknown', unknown: ['42'] } }), replies, thresholds).reply).toContain('42');
  });

  it('offers a person where the order is held up, or is not where the system says', () => {
    const of = (status: 'paid' | 'delivered', text: string, probability: number) => {
      const order = {
        id: '41',
        items: [],
        total: 9,
        placedAt: '',
        trackingNumbers: [],
        status,
        promisedShipBy: '2026-11-01',
      };
      const lookUp = { kind: 'found', found: [{ kind: 'order', order, parcels: [] }], unknown: [] } as const;
      return decide(facts({ lookUp, text, today: '2026-11-02', search: search(probability) }), replies, thresholds);
    };
    expect(of('paid', '到哪了', 0.1).reply).toContain(replies.heldUp);
    expect(of('delivered', '到哪了', 0.1).reply).not.toContain('转人工');
    expect(of('delivered', '我没收到', 0.1)).toMatchObject({
      action: 'lookup',
      reply: expect.stringContaining(replies.notThere),
    });
    // A page on the very matter says more.
    expect(of('delivered', '我没收到', 0.9)).toMatchObject({ action: 'answer', citations: [citation] });
  });

  it('tells of each order that was asked for, and which it did not find', () => {
    const order = { items: [], total: 9, placedAt: '', trackingNumbers: [], status: 'shipped' } as const;
    const found = ['41', '43'].map((id) => ({ kind: 'order', order: { ...order, id }, parcels: [] }) as const);
    const { action, reply } = decide(
      facts({ lookUp: { kind: 'found', found, unknown: ['42', '44'] } }),
      replies,
      thresholds,
    );
    expect(action).toBe('lookup');
    expect(reply).toMatch(/订单 41.*\n\n订单 43.*\n\n.*42、44/);
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

  it('does not say an article again: asks what more is wanted, says a part of it, and at last that there is no more', () => {
    const whole = '可以退。\n期限\n7 天内\n运费\n质量问题由店铺承担';
    const passage = { text: whole, citation, intents: [] };
    const lines = [
      { section: 0, heading: '期限', text: '7 天内', nearness: 0.3 },
      { section: 1, heading: '运费', text: '质量问题由店铺承担', nearness: 0.6 },
    ];
    const found = { ...search(0.9), passages: [passage] };
    const shown = { search: found, shown: [citation], saidAgain: [{ passage, lines }] };
    const told = (said: string[], more: Partial<TurnFacts> = {}) =>
      decide(facts({ ...shown, said: [whole, ...said], ...more }), replies, thresholds);
    const part = '运费\n质量问题由店铺承担';
    const more = replies.askMore.replace('{title}', citation.title);
    expect(told([], { asksNothing: true })).toEqual({ action: 'clarify', reply: more, citations: [citation] });
    expect(told([more], { asksNothing: true })).toMatchObject({ action: 'clarify', reply: replies.noMore });
    const asks = { text: '质量问题呢', language: 'zh' } as const;
    expect(told([], asks)).toMatchObject({ action: 'answer', reply: part, citations: [{ heading: '运费' }] });
    expect(told([part], asks)).toMatchObject({ action: 'answer', reply: part });
    expect(told([part, part], asks)).toMatchObject({ action: 'clarify', reply: replies.noMore });
    expect(told([part, whole], asks)).toMatchObject({ action: 'answer', reply: part });
    const escalation = { reason: 'repeated_failure', priority: 'normal', team: 'general' } as const;
    expect(told([part, part], { escalateUnlessAnswered: escalation }).action).toBe('escalate');
    expect(told([], { saidAgain: [] })).toMatchObject({ action: 'answer', reply: whole });
    expect(told([], { text: '???', asksNothing: true }).reply).toBe(replies.notHelpful);
  });

  it('asks what more is wanted where a fragment after an article finds nothing, and greets what resembles small talk', () => {
    const lost = { search: search(0.1), text: '已经铺了一晚上了', resemblesSmalltalk: true };
    const more = decide(facts({ ...lost, shown: [citation] }), replies, thresholds);
    expect(more.reply).toBe(replies.askMore.replace('{title}', citation.title));
    expect(more.awaiting).toBeUndefined();
    expect(decide(facts(lost), replies, thresholds)).toEqual({
      ...{ action: 'clarify', reply: replies.smalltalk.other, citations: [] },
    });
  });

  it('offers the articles on a sure matter instead of saying that nothing is known', () => {
    const intents = [{ name: 'quality_problem', confidence: 0.92 }];
    const candidates = [{ article: 'q', title: '质量问题', score: 0.1, intents: ['quality_problem'] }];
    const told = facts({ text: '线头很多很多', intents, search: { ...search(0.1), candidates } });
    expect(decide(told, replies, thresholds)).toMatchObject({ action: 'clarify', awaiting: { options: ['质量问题'] } });
  });

  it('apologises first to a customer who is upset', () => {
    const sentiment = { label: 'upset', score: 0.5, signals: [] } as const;
    expect(decide(facts({ sentiment }), replies, thresholds).reply.startsWith(replies.handoffSorry)).toBe(true);
  });
});
