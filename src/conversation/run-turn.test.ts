import { describe, expect, it, vi } from 'vitest';
import type { ConversationState } from '../domain/conversation.ts';
import type { Order } from '../domain/shop.ts';
import type { TurnResult } from '../domain/turn.ts';
import type { Language } from '../domain/understanding.ts';
import { NOTHING_FOUND, type SearchResult } from '../retrieval/search-result.ts';
import { DEFAULT_REPLIES } from './deciding/replies.ts';
import { runTurn } from './run-turn.ts';
import { applyEvent, emptyConversation } from './state/fold-conversation.ts';
import type { TurnDeps } from './turn-deps.ts';

const order = (id: string): Order => ({
  id,
  status: 'paid',
  items: [{ title: '毛衣', quantity: 1 }],
  total: 199,
  placedAt: '2026-11-01T10:00:00+08:00',
  trackingNumbers: [],
});
const ORDERS = ['260118800010001001', '260118800010001002', '260118800010001003'];
const INTENTS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/发票/, 'invoice'],
  [/退款|到哪/, 'order_status'],
  [/^谢谢/, 'thanks'],
];
const ROUTES = { invoice: 'answer', order_status: 'lookup', thanks: 'smalltalk' } as const;
const CALM = {
  sentiment: { label: 'neutral', score: 0, signals: [] },
  needs: { human_request: 0, anger: 0, threat: 0, legal: 0, safety: 0, staff_only: 0 },
  vague: 0,
} as const;
const article = (title: string): SearchResult => ({
  probability: 0.9,
  passages: [{ text: `${title}。`, citation: { article: title, title, heading: '', version: '1' }, intents: [] }],
  candidates: [{ article: title, title, score: 0.9 }],
});

/** A customer of a shop whose knowledge holds invoices and down jackets. */
function customer(shop: Partial<TurnDeps> = {}) {
  const searched = vi.fn();
  const deps: TurnDeps = {
    thresholds: { answer: 0.7, clarify: 0.3, intent: 0.5 },
    replies: DEFAULT_REPLIES,
    catalogue: new Map(
      Object.entries(ROUTES).map(([name, route]) => [
        name,
        { name, route, group: '', description: '', examples: { zh: [], en: [] } } as never,
      ]),
    ),
    correct: (text) => text,
    readIntents: async (text) =>
      INTENTS.filter(([pattern]) => pattern.test(text)).map(([, name]) => ({ name, confidence: 0.9 })),
    readMessage: async () => CALM,
    async search(text: string, _: Language): Promise<SearchResult> {
      searched(text);
      if (/发票/.test(text)) return article('怎么开发票');
      if (/能开发票吗.*\?\?\?/.test(text)) return article('怎么开发票');
      return /^羽绒服/.test(text) ? article('羽绒服怎么洗') : NOTHING_FOUND;
    },
    dayOf: () => '2026-11-30',
    shopData: {
      findOrder: async (id) => (ORDERS.includes(id) ? order(id) : undefined),
      findParcel: async () => undefined,
      ordersOf: async () => [],
    },
    ...shop,
  };
  let state: ConversationState = emptyConversation('c');
  return {
    searched,
    /** The customer waited for a person, and needs none any more. */
    takesBack(): void {
      state = applyEvent(state, { type: 'handoff_returned', at: 0, handoffId: 'h' });
    },
    async says(text: string): Promise<TurnResult> {
      const result = await runTurn(state, { texts: [text], now: 0 }, deps);
      state = applyEvent(state, { ...result, type: 'bot_replied', at: 0, inReplyTo: ['m'], text });
      return result;
    },
  };
}

describe('parts of the only topic', () => {
  const near: SearchResult = {
    ...article('实木床'),
    probability: 0.4,
    candidates: [{ article: '实木床', title: '实木床', score: 0.4, parts: ['尺寸和价格', '颜色'] }],
  };
  const partOf = (id: string, heading: string) => ({
    ...{ text: `${heading}\n原木色和胡桃色`, isPart: true as const, intents: [] },
    citation: { article: id, title: id, heading, version: '1' },
  });

  it('are offered, and the one that is chosen is shown', async () => {
    const { says } = customer({ search: async () => near, partOf });
    expect((await says('床那个能看看不')).reply).toContain('2. 颜色');
    expect(await says('2')).toMatchObject({ action: 'answer', citations: [{ heading: '颜色' }] });
  });

  it('are searched for like anything else where the article has changed since', async () => {
    const { says } = customer({ search: async () => near, partOf: () => undefined });
    await says('床那个能看看不');
    expect((await says('2')).action).toBe('clarify');
  });
});

describe('a picture without a word', () => {
  it('is not taken for a question, and the second calls a person', async () => {
    const { says, searched } = customer();
    const first = await says('[image]');
    expect(first).toMatchObject({ action: 'clarify', language: 'zh', reply: DEFAULT_REPLIES.zh.unseen });
    const second = await says('[图片]');
    expect(second).toMatchObject({ action: 'escalate', language: 'zh', handoff: { reason: 'repeated_failure' } });
    expect(searched).not.toHaveBeenCalled();
  });

  it('is answered in the language of the conversation', async () => {
    const { says } = customer();
    await says('Do you have an invoice 发票 for me please');
    expect(await says('[图片]')).toMatchObject({ action: 'clarify', reply: DEFAULT_REPLIES.en.unseen });
  });

  it('is forgotten after an answer', async () => {
    const { says } = customer();
    expect((await says('[图片]')).action).toBe('clarify');
    expect((await says('发票')).action).toBe('answer');
    expect((await says('[image]')).action).toBe('clarify');
  });

  it('does not hide the words beside it', async () => {
    const { says, searched } = customer();
    expect((await says('[image]\n可以开发票吗')).action).toBe('answer');
    expect(searched).toHaveBeenCalledWith('可以开发票吗');
  });
});

describe('an order number', () => {
  it('may be corrected, and another one asked for, without calling a person', async () => {
    const { says } = customer();
    expect((await says('26011880001000')).action).toBe('clarify');
    for (const id of ORDERS)
      expect(await says(id)).toMatchObject({ action: 'lookup', reply: expect.stringContaining(id) });
  });

  it('is remembered until another one is named', async () => {
    const { says } = customer();
    await says(ORDERS[0]);
    expect((await says('我的退款到哪了')).reply).toContain(ORDERS[0]);
    await says(ORDERS[1]);
    expect((await says('那我的退款到哪了')).reply).toContain(ORDERS[1]);
    expect(await customer().says('我的退款到哪了')).toMatchObject({ awaiting: { slot: 'order_number' } });
  });

  it('of an order that is late brings a person to whoever takes up the offer, and to nobody else', async () => {
    const late = (id: string) => ({ ...order(id), promisedShipBy: '2026-11-29' });
    const shopData = {
      findOrder: async (id: string) => late(id),
      findParcel: async () => undefined,
      ordersOf: async () => [],
    };
    const { says } = customer({ shopData });
    expect((await says(ORDERS[0])).reply).toContain(DEFAULT_REPLIES.zh.heldUp);
    expect((await says('好的')).action).not.toBe('escalate');
    expect((await says('那麻烦催一下')).handoff).toMatchObject({ reason: 'human_request' });
    expect((await customer({ shopData }).says('那麻烦催一下')).action).not.toBe('escalate');
  });

  it('may be as short as a shop likes once it was asked for, and corrected in words', async () => {
    const { says } = customer();
    await says('我的退款到哪了');
    expect((await says('#1001')).reply).toContain('没有查到 1001');
    expect((await says(`不对,写错了,是${ORDERS[1]}`)).action).toBe('lookup');
    expect((await says('那它到哪了')).reply).toContain(ORDERS[1]);
  });

  it('is never the number of an identity or bank card, which no reply repeats', async () => {
    const { says } = customer();
    const id = '11010519491231002X';
    expect((await says(`身份证${id}，我的退款到哪了`)).awaiting).toMatchObject({ slot: 'order_number' });
    expect((await says(id)).reply).not.toContain(id);
    const card = '6222001234567890123';
    expect((await customer().says(`退到银行卡${card}，我的退款到哪了`)).reply).not.toContain(card);
  });

  it('leaves the question beside it to the article', async () => {
    const known = await customer().says(`订单${ORDERS[0]}能开发票吗`);
    expect(known).toMatchObject({ action: 'answer', citations: [{ title: '怎么开发票' }] });
    expect(known.reply).toContain(ORDERS[0]);
    expect(known.reply).toContain('怎么开发票。');
    const unknown = await customer().says('订单260118800010009999能开发票吗');
    expect(unknown.action).toBe('answer');
    expect(unknown.reply).toMatch(/怎么开发票。[\s\S]*没有查到 260118800010009999/);
    expect((await customer().says(`订单${ORDERS[0]}到哪了`)).action).toBe('lookup');
  });
});

describe('a shop whose orders cannot be looked up', () => {
  it('calls a person for the state of an order, and answers the rest', async () => {
    const { says } = customer({ shopData: undefined });
    expect(await says('能开发票吗')).toMatchObject({ action: 'answer' });
    expect(await says('我的包裹到哪了')).toMatchObject({ action: 'escalate', handoff: { reason: 'staff_only' } });
  });
});

describe('the only topic offered', () => {
  const doubtful = { ...article('怎么开发票'), probability: 0.5 };
  const search = async (text: string) => (text.startsWith('怎么开发票') ? article('怎么开发票') : doubtful);

  it('is shown to whoever says yes', async () => {
    const { says } = customer({ search });
    expect((await says('抬头写错了')).reply).toContain('“怎么开发票”');
    expect(await says('是的')).toMatchObject({ action: 'answer', citations: [{ title: '怎么开发票' }] });
  });

  it('is followed by the question what is meant where it is declined', async () => {
    const { says } = customer({ search });
    await says('抬头写错了');
    expect(await says('不是')).toMatchObject({ action: 'clarify', reply: DEFAULT_REPLIES.zh.notHelpful });
  });
});

describe('what did not help', () => {
  it('is asked about once, and then goes to a person', async () => {
    const { says } = customer();
    await says('能开发票吗');
    expect(await says('还是不行啊')).toMatchObject({ action: 'clarify', reply: DEFAULT_REPLIES.zh.notHelpful });
    expect(await says('不是这个意思')).toMatchObject({ action: 'escalate', handoff: { reason: 'repetition' } });
  });

  it('is sent again to whoever asks something else that it holds', async () => {
    const { says } = customer();
    const { reply } = await says('能开发票吗');
    expect(await says('那发票写错了呢')).toMatchObject({ action: 'answer', reply });
    expect(await says('专票的发票呢')).toMatchObject({ action: 'answer', reply });
  });

  it('is asked about what more is wanted by whoever neither asks nor names anything, which is no failure', async () => {
    const { says } = customer();
    await says('能开发票吗');
    const reply = DEFAULT_REPLIES.zh.askMore.replace('{title}', '怎么开发票');
    expect(await says('那个')).toMatchObject({ action: 'clarify', reply, awaiting: undefined });
    expect((await says('北京那边今年下过雪了没有')).action).toBe('refuse');
  });

  it('is not sent again to whoever asks nothing', async () => {
    const { says } = customer();
    await says('能开发票吗');
    expect(await says('???')).toMatchObject({ action: 'clarify', reply: DEFAULT_REPLIES.zh.notHelpful });
  });

  it('is followed by a person where the number asked for does not come', async () => {
    const { says } = customer();
    expect((await says('我的退款到哪了')).reply).toBe(DEFAULT_REPLIES.zh.askOrderNumber);
    expect(await says('我没有订单号')).toMatchObject({ action: 'clarify', reply: DEFAULT_REPLIES.zh.noOrderNumber });
    expect(await says('不方便给')).toMatchObject({ action: 'escalate', handoff: { reason: 'repeated_failure' } });
  });
});

describe('a wish to ask', () => {
  it('is asked what, and is no failure to answer', async () => {
    const { says } = customer();
    for (const text of ['你好，我想问一下', '请问一下', '我有个问题'])
      expect(await says(text)).toMatchObject({ action: 'clarify', reply: DEFAULT_REPLIES.zh.smalltalk.asks_to_ask });
    expect(await says('能开发票吗')).toMatchObject({ action: 'answer' });
  });
});

describe('a request for a person that is taken back', () => {
  it('leaves the question beside it, and is small talk by itself', async () => {
    const { says, takesBack, searched } = customer();
    takesBack();
    expect(await says('不用了，能开发票吗')).toMatchObject({ action: 'answer' });
    expect(searched).toHaveBeenCalledWith('能开发票吗');
    takesBack();
    expect(await says('不等了 谢谢')).toMatchObject({ action: 'smalltalk' });
    expect(await customer().says('包邮的地方多吗，那边')).toMatchObject({ action: 'refuse' });
  });
});

describe('a courtesy', () => {
  it('before a question does not hide it', async () => {
    const { says, searched } = customer();
    await says('能开发票吗');
    expect(await says('谢谢，羽绒服呢')).toMatchObject({ action: 'answer', citations: [{ title: '羽绒服怎么洗' }] });
    expect(searched).toHaveBeenCalledWith('羽绒服呢');
    expect((await says('谢谢')).action).toBe('smalltalk');
  });

  it('does not take back what was offered, nor what failed', async () => {
    const { says } = customer();
    expect((await says('我的退款到哪了')).awaiting?.slot).toBe('order_number');
    expect((await says('好的')).awaiting).toBeUndefined();
    expect((await says(ORDERS[2])).action).toBe('lookup');
    for (const text of ['你们老板喜欢下棋还是钓鱼', '嗯嗯', '北京那边今年下过雪了没有']) await says(text);
    expect(await says('火星上能种出土豆来吗')).toMatchObject({ handoff: { reason: 'repeated_failure' } });
  });
});
