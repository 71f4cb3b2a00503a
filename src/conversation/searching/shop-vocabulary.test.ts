import { describe, expect, it } from 'vitest';
import type { Article } from '../../retrieval/article.ts';
import { readVocabulary } from './shop-vocabulary.ts';

const article = (id: string, title: string, ...questions: string[]): Article => ({
  ...{ id, title, questions, language: 'en', intents: [], tags: [], version: '1', sections: [] },
});
const vocabulary = await readVocabulary(
  [
    article('products/candle', 'Tell us of the candle', 'does the wick burn', 'is the wick cotton', 'wick length'),
    article('products/mug', 'Tell us of the mug'),
    article('products/lamp', 'Tell us of the lamp'),
    article('products/bowl', 'Tell us of the bowl'),
    article('invoice', 'invoices', 'where do i apply'),
    article('returns/steps', 'returning', 'how to apply'),
    article('refund/steps', 'refunds', 'can i apply online'),
    article('insurance/claim', 'claims', 'must i apply'),
  ],
  'en',
  async () => {},
);

describe('readVocabulary', () => {
  it('knows words of questions of every kind', () => {
    expect(vocabulary.isGeneral('apply')).toBe(true);
    expect(vocabulary.isGeneral('wick')).toBe(false);
    expect(vocabulary.isGeneral('zeppelin')).toBe(false);
  });

  it('knows what goods are called, in titles and by customers', () => {
    expect(vocabulary.namesIn('how long does the candle burn')).toEqual(['candle']);
    expect(vocabulary.namesOf('products/candle')).toEqual(new Set(['candle', 'wick']));
    expect(vocabulary.namesIn('tell me how to apply')).toEqual([]);
  });
});
