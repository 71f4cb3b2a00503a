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

const together = (article: string) => ({ probability: 0.71, passages: found(article, 0.71).passages });

it('leaves what is likely enough by itself, and two pages of which one is about where orders are', () => {
  for (const result of [found('regions', 0.7), { ...found('regions', 0.5), together: together('parcels') }])
    expect(withoutOtherMatters(result, isOfOrders)).toBe(result);
});

it('does not take two pages on other matters for an answer', () => {
  const both = { ...found('regions', 0.5), together: together('regions') };
  expect(withoutOtherMatters(both, isOfOrders)).toMatchObject({ probability: 0.5, together: undefined });
});
