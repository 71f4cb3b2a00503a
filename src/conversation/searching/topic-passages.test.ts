import { describe, expect, it } from 'vitest';
import type { PastTurn } from '../../domain/conversation.ts';
import { topicPassages } from './topic-passages.ts';

const citation = { article: 'a', title: '质保和维修', heading: '', version: '1' };
const passages = [{ text: '只寄断的那几节', citation, intents: [] }];
const replied = (more: Partial<PastTurn>): PastTurn => ({
  ...{ text: '鱼竿断了', reply: '…', action: 'answer', intents: [], at: 0, citations: [] },
  sentiment: { label: 'neutral', score: 0, signals: [] },
  ...more,
});
const offered = (...options: string[]) => ({ slot: 'topic' as const, text: '鱼竿断了', options });

describe('topicPassages', () => {
  it('are those of the article that the last reply showed or offered', () => {
    expect(topicPassages({ passages }, { turns: [replied({ citations: [citation] })] })).toEqual(passages);
    const turns = [replied({ action: 'clarify' })];
    expect(topicPassages({ passages }, { turns, awaiting: offered('质保和维修') })).toEqual(passages);
    expect(topicPassages({ passages }, { turns, awaiting: offered('退货换货', '质保和维修') })).toEqual(passages);
  });

  it('are none where another article is found, or nothing was shown or offered', () => {
    const other = { ...citation, article: 'b', title: '退货换货' };
    expect(topicPassages({ passages }, { turns: [replied({ citations: [other] })] })).toBeUndefined();
    expect(topicPassages({ passages }, { turns: [], awaiting: offered('退货换货') })).toBeUndefined();
    expect(topicPassages({ passages: [] }, { turns: [replied({ citations: [citation] })] })).toBeUndefined();
  });

  it('are none any more after another reply, but for small talk', () => {
    const shown = replied({ citations: [citation] });
    expect(topicPassages({ passages }, { turns: [shown, replied({ action: 'refuse' })] })).toBeUndefined();
    expect(topicPassages({ passages }, { turns: [shown, replied({ action: 'smalltalk' })] })).toEqual(passages);
  });
});
