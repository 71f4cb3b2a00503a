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
