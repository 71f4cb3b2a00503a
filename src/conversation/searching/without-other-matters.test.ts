import { expect, it } from 'vitest';
import type { SearchResult } from '../../retrieval/search-result.ts';
import { withoutOtherMatters } from './without-other-matters.ts';

const isOfOrders = (intents: readonly string[]) => intents.includes('order_status');
const found = (article: string, probability: number): SearchResult => ({
  probability,
  passages: [{ text: '…', intents: [], citation: { article, title: article, heading: '', version: 'v' } }],
  candidates: [
    { article: 'parcels', title: 'Where is my parcel?', score: 0.1, intents: ['order_status'] },
    { article: 'regions', title: 'Where we deliver', score: 0.1, intents: ['ship_regions'] },
  ],
});

it('leaves a page that is about where orders are, and one that is sure', () => {
  for (const result of [found('parcels', 0.7), found('regions', 0.9)])
    expect(withoutOtherMatters(result, isOfOrders).probability).toBe(result.probability);
});

it('does not take a page on another matter for an answer, nor two of them', () => {
  const { probability, passages } = found('regions', 0.71);
  const both = { ...found('regions', 0.5), together: { probability, passages } };
  expect(withoutOtherMatters(both, isOfOrders)).toMatchObject({ probability: 0.2, together: { probability: 0.2 } });
});
