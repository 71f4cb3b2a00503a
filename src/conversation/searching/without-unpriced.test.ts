import { describe, expect, it } from 'vitest';
import type { Language } from '../../domain/understanding.ts';
import type { SearchResult } from '../../retrieval/search-result.ts';
import { withoutUnpriced } from './without-unpriced.ts';

const passage = (articleText: string) => ({
  ...{ text: articleText.slice(0, 3), articleText, intents: [] },
  citation: { article: 'a', title: '云顶4', heading: '', version: '1' },
});
const finds = (...texts: string[]): SearchResult => ({
  probability: 0.9,
  passages: [passage(texts[0])],
  ...(texts.length > 1 ? { together: { probability: 0.95, passages: texts.map(passage) } } : {}),
  candidates: [],
});
const probability = (text: string, found: SearchResult, language: Language = 'zh') =>
  withoutUnpriced(found, text, language).probability;

describe('withoutUnpriced', () => {
  it.each<[string, string, Language]>([
    ['云顶4多少钱', '四人自动帐篷，重 6.8 公斤。', 'zh'],
    ['这款什么价', '四人自动帐篷，重 6.8 公斤。', 'zh'],
    ['how much is the big tent', 'Sleeps four, weighs 6.8 kg.', 'en'],
    ["what's the price of it", 'Sleeps four.', 'en'],
  ])('lets no article answer %s that speaks of no price', (text, article, language) => {
    expect(probability(text, finds(article), language)).toBeLessThan(0.3);
  });

  it.each<[string, string, Language]>([
    ['云顶4多少钱', '四人自动帐篷，399 元。', 'zh'],
    ['多少钱', '价格以商品页为准。', 'zh'],
    ['刻字多少钱', '刻字免费。', 'zh'],
    ['能保价格吗', '七天内可以申请。', 'zh'],
    ['能降多少公斤', '四人自动帐篷。', 'zh'],
    ['how much is shipping', 'Delivery is free.', 'en'],
    ['how much is it', 'It is £12.', 'en'],
    ['how much does it weigh', 'Weighs 6.8 kg.', 'en'],
    ['how much notice do you need', 'Two days.', 'en'],
  ])('leaves %s as it was found', (text, article, language) => {
    expect(probability(text, finds(article), language)).toBe(0.9);
  });

  it('keeps two articles of which one tells the price', () => {
    const found = withoutUnpriced(finds('四人自动帐篷。', '帐篷 399 元。'), '云顶4多少钱', 'zh');
    expect(found.probability).toBeLessThan(0.3);
    expect(found.together?.probability).toBe(0.95);
  });
});
