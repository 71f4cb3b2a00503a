import { describe, expect, it } from 'vitest';
import type { ConversationState, PastTurn } from '../../domain/conversation.ts';
import type { SearchResult } from '../../retrieval/search-result.ts';
import { emptyConversation } from '../state/fold-conversation.ts';
import { searchInContext } from './search-in-context.ts';

const finds = (article: string, probability: number): SearchResult => ({
  probability,
  passages: [{ text: '先用后付', citation: { article, title: article, heading: '', version: '1' }, intents: [] }],
  candidates: [{ article, title: article, score: probability }],
});
/** An article is found by its title, whatever stands behind it. */
const search = async (text: string) => (text.includes('先用后付') ? finds('先用后付', 0.98) : finds('别的', 0.1));
const answered: ConversationState = {
  ...emptyConversation('c'),
  turns: [
    {
      ...{ text: '能先用后付吗', reply: '支持先用后付', action: 'answer', intents: [], at: 0 },
      sentiment: { label: 'neutral', score: 0, signals: [] },
      citations: [{ article: '先用后付', title: '先用后付', heading: '', version: '1' }],
    },
  ],
};

describe('searchInContext', () => {
  it('says how likely a message is answered by itself, whatever the conversation makes of it', async () => {
    const found = await searchInContext(answered, { text: '可以啊', language: 'zh' }, search);
    expect(found.probability).toBeGreaterThan(0.6);
    expect(found.byItself).toBe(0.1);
  });

  const offering = (text: string, ...options: string[]): ConversationState => ({
    ...emptyConversation('c'),
    turns: [{ ...answered.turns[0], text, action: 'clarify', citations: [] }],
    awaiting: { slot: 'topic', text, options },
  });
  /** Finds the opening of an article by its title, and another part of it by a question alone. */
  const byQuestion = async (text: string): Promise<SearchResult> => {
    const article = /^(?:面霜|杯子|漏水)/.test(text) && !text.startsWith('面霜') ? '杯子' : '面霜';
    const found = finds(article, 0.9);
    return { ...found, passages: [{ ...found.passages[0], text: text === '漏水怎么办' ? '密封圈' : '开头' }] };
  };

  it('shows of the topic that was chosen what the question asks, not what its title begins with', async () => {
    const state = offering('漏水怎么办', '杯子', '面霜');
    const { passages } = await searchInContext(state, { text: '第一个', language: 'zh' }, byQuestion);
    expect(passages.map(({ text, citation }) => [citation.title, text])).toEqual([['杯子', '密封圈']]);
  });

  it('shows all topics to whoever asks for both', async () => {
    const state = offering('漏水怎么办', '杯子', '面霜');
    const { passages, probability } = await searchInContext(state, { text: '两个都要', language: 'zh' }, byQuestion);
    expect(passages.map(({ citation }) => citation.title)).toEqual(['杯子', '面霜']);
    expect(probability).toBe(0.9);
  });

  it('shows both things that were shown to whoever asks which', async () => {
    const cited = ['面霜', '精华'].map((title) => ({ article: title, title, heading: '', version: '1' }));
    const state = (citations: typeof cited): ConversationState => ({
      ...emptyConversation('c'),
      turns: [{ ...answered.turns[0], text: '面霜和精华多少钱', citations }],
    });
    const byTitle = async (text: string) => finds(text.startsWith('精华') ? '精华' : '面霜', 0.95);
    const asked = { text: '哪个便宜', language: 'zh' } as const;
    const titles = async (citations: typeof cited) =>
      (await searchInContext(state(citations), asked, byTitle)).passages.map(({ citation }) => citation.title);
    expect(await titles(cited)).toEqual(['面霜', '精华']);
    expect(await titles(cited.slice(0, 1))).toEqual(['面霜']);
  });

  it('leaves a side of goods with those that were shown', async () => {
    const goods = (article: string, probability: number): SearchResult => {
      const found = finds(article, probability);
      return { ...found, candidates: found.candidates.map((each) => ({ ...each, intents: ['product_colour'] })) };
    };
    const state: ConversationState = {
      ...emptyConversation('c'),
      turns: [
        {
          ...answered.turns[0],
          text: '睡袋多少钱',
          reply: '69 元，颜色有哪些看图',
          citations: [{ article: '睡袋', title: '睡袋', heading: '', version: '1' }],
        },
      ],
    };
    const searching = async (text: string) =>
      text.startsWith('睡袋 ') ? goods('睡袋', 0.98) : goods('保温杯', text === '颜色有哪些' ? 0.78 : 0.2);
    const asked = { text: '颜色有哪些', language: 'zh' } as const;
    const matter = (isOfGoods: boolean) => async () => ({ isOfGoods, isServedBy: () => true });
    const found = async (isOfGoods: boolean) => searchInContext(state, asked, searching, undefined, matter(isOfGoods));
    const kept = await found(true);
    expect([kept.passages[0].citation.title, kept.probability > 0.7]).toEqual(['睡袋', true]);
    expect((await found(false)).probability).toBeLessThan(0.6);
  });

  it('knows no difference where nothing was spoken of', async () => {
    const { probability, byItself } = await searchInContext(
      emptyConversation('c'),
      { text: '能先用后付吗', language: 'zh' },
      search,
    );
    expect([probability, byItself]).toEqual([0.98, 0.98]);
  });

  it('does not give another thing to whoever goes on about goods that were refused', async () => {
    const everything = async (text: string) => finds('开衫', text === '什么颜色' ? 0.98 : 0.2);
    const having = (text: string, action: PastTurn['action']): ConversationState => ({
      ...emptyConversation('c'),
      turns: [{ ...answered.turns[0], text, action, citations: [] }],
    });
    const asked = { text: '什么颜色', language: 'zh' } as const;
    const matter = (isOfGoods: boolean) => async () => ({ isOfGoods, isServedBy: () => true });
    const found = async (state: ConversationState, isOfGoods = true) =>
      (await searchInContext(state, asked, everything, undefined, matter(isOfGoods))).probability;
    expect(await found(having('有袜子吗', 'refuse'))).toBeLessThan(0.4);
    expect(await found(having('有袜子吗', 'refuse'), false)).toBeGreaterThan(0.8);
    expect(await found(having('几点下班', 'refuse'))).toBeGreaterThan(0.8);
    const twice = having('有袜子吗', 'refuse');
    const asks = { ...answered.turns[0], text: '多少钱', action: 'clarify', citations: [] } as const;
    expect(await found({ ...twice, turns: [...twice.turns, asks] })).toBeLessThan(0.4);
  });
});
