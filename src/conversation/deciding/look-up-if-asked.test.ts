import { describe, expect, it } from 'vitest';
import type { Understanding } from '../../domain/understanding.ts';
import { readEntities } from '../../intents/entities.ts';
import type { Intent } from '../../intents/intent.ts';
import type { SearchResult } from '../../retrieval/search-result.ts';
import { cannotLookUp, givesNumberInVain, pageOnOrders } from './look-up-if-asked.ts';

const intent = (name: string, route: Intent['route']) => [name, { name, route } as Intent] as const;
const catalogue = new Map([
  intent('order_status', 'lookup'),
  intent('logistics_status', 'lookup'),
  intent('price_ask', 'answer'),
]);
const thresholds = { answer: 0.68, clarify: 0.3, intent: 0.5 };

function asked(text: string, name = 'order_status'): Understanding {
  return { text, language: 'en', intents: [{ name, confidence: 0.9 }], entities: [] } as unknown as Understanding;
}

function found(probability: number, intents: readonly string[] = ['logistics_status']): SearchResult {
  const citation = { article: 'parcel', title: "Where's my parcel?", heading: '', version: 'v' };
  const passages = [{ text: 'Your link comes by email.', citation, intents: [] }];
  return {
    probability,
    passages,
    candidates: [{ article: 'parcel', title: citation.title, score: probability, intents }],
  };
}

describe('cannotLookUp', () => {
  const deps = { thresholds, catalogue };
  const numbered = {
    ...asked('it was a birthday present btw', 'complain'),
    entities: [{ kind: 'order_number', value: '1' }],
  };

  it('is so of what is asked of an order by its number, in a shop that cannot look it up and has no answer', () => {
    expect(cannotLookUp(numbered as unknown as Understanding, false, deps)).toBe(true);
    expect(cannotLookUp(numbered as unknown as Understanding, true, deps)).toBe(false);
    expect(cannotLookUp(numbered as unknown as Understanding, false, { ...deps, shopData: {} as never })).toBe(false);
  });
});

describe('givesNumberInVain', () => {
  const given = (raw: string, shopData?: never) =>
    givesNumberInVain(raw, { entities: readEntities(raw) }, shopData ? { shopData } : {});

  it.each([
    '260118800010001002',
    '订单号是 260118800010001002',
    'here you go: 260118800010001002',
    'order number 260118800010001002 .',
  ])('is so of %s, which says no more', (raw) => expect(given(raw)).toBe(true));

  it.each(['260118800010001002 还能改地址吗', 'can i still cancel 260118800010001002', '发什么快递'])(
    'is not so of %s',
    (raw) => expect(given(raw)).toBe(false),
  );

  it('is not so in a shop that can look the order up', () => {
    expect(given('260118800010001002', {} as never)).toBe(false);
  });
});

describe('pageOnOrders', () => {
  const deps = { thresholds, catalogue };

  it('is the page on where orders are, in a shop that cannot look one up', () => {
    const page = found(0.55);
    expect(pageOnOrders(asked("hey where's my order"), page, [], deps)).toBe(page.passages);
  });

  it('is none where it was just shown, another page is nearest, or none is near', () => {
    const text = "hey where's my order";
    expect(pageOnOrders(asked(text), found(0.55), ['Your link comes by email.'], deps)).toBeUndefined();
    expect(pageOnOrders(asked(text), found(0.55, ['price_ask']), [], deps)).toBeUndefined();
    expect(pageOnOrders(asked(text), found(0.4), [], deps)).toBeUndefined();
  });

  it('is none where the state of an order is not asked for, or can be looked up', () => {
    expect(pageOnOrders(asked('how much is it', 'price_ask'), found(0.55), [], deps)).toBeUndefined();
    const shopData = {} as never;
    expect(pageOnOrders(asked("where's my order"), found(0.55), [], { ...deps, shopData })).toBeUndefined();
  });
});
