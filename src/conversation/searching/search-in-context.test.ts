import { describe, expect, it } from 'vitest';
import type { ConversationState } from '../../domain/conversation.ts';
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
});
