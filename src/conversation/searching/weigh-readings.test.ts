import { describe, expect, it } from 'vitest';
import type { SearchResult } from '../../retrieval/search-result.ts';
import type { Leaning, ReadingKind } from './reading-odds.ts';
import { weighReadings } from './weigh-readings.ts';

const finds = (article: string, probability: number): SearchResult => ({
  probability,
  passages: [{ text: '', citation: { article, title: article, heading: '', version: '1' }, intents: [] }],
  candidates: [{ article, title: article, score: probability }],
});
const reading = (kind: ReadingKind, article: string, probability: number) => ({
  kind,
  found: finds(article, probability),
});
const leaning: Leaning = {
  isElliptic: false,
  newWords: 0,
  pointsBack: false,
  connects: false,
  namesThing: false,
  isFragment: false,
  states: false,
  isOfThing: () => false,
  isOfOther: () => false,
  article: 'knit',
};
const articleOf = ({ passages }: SearchResult) => passages[0].citation.article;

describe('weighReadings', () => {
  it('leaves a message that stands alone as it is', () => {
    expect(weighReadings([reading('alone', 'down', 0.7)], leaning)).toEqual(finds('down', 0.7));
  });

  it('stays with the article when nothing in the message says otherwise', () => {
    const readings = [reading('alone', 'delivery', 0.8), reading('after_title', 'knit', 0.98)];
    const found = weighReadings(readings, { ...leaning, isElliptic: true });
    expect(articleOf(found)).toBe('knit');
    expect(found.probability).toBeGreaterThan(0.8);
  });

  it('never answers with the former article for a new thing that it does not hold', () => {
    const readings = [reading('alone', 'candle', 0.2), reading('after_title', 'knit', 0.95)];
    expect(weighReadings(readings, { ...leaning, newWords: 1, namesThing: true }).probability).toBeLessThan(0.3);
  });

  it('asks the former question of the new thing', () => {
    const readings = [
      reading('alone', 'jacket', 0.6),
      reading('after_title', 'knit', 0.99),
      reading('substituted', 'down', 0.95),
    ];
    expect(articleOf(weighReadings(readings, { ...leaning, newWords: 1, namesThing: true }))).toBe('down');
  });

  it('reaches a neighbour that holds the new word, and nothing else', () => {
    const readings = [
      reading('alone', 'shipping/fee', 0.7),
      reading('after_title', 'exchange/size', 0.9),
      reading('after_words', 'exchange/freight', 0.9),
    ];
    const about = { ...leaning, connects: true, article: 'exchange/size' };
    expect(articleOf(weighReadings(readings, { ...about, newWords: 1 }))).toBe('exchange/freight');
    expect(articleOf(weighReadings(readings, about))).toBe('exchange/size');
  });

  it('doubts a reply to offered titles that leads elsewhere', () => {
    const offered = { ...reading('after_option', 'exchange-freight', 0.8), option: 'exchange' };
    const found = weighReadings([reading('alone', 'shipping-fee', 0.77), offered], { ...leaning, article: undefined });
    expect(found.probability).toBeLessThan(0.56);
  });

  it('is unsure when two readings find different articles, and offers both', () => {
    const readings = [reading('alone', 'expired', 0.8), reading('after_title', 'knit', 0.9)];
    const found = weighReadings(readings, leaning);
    expect(found.probability).toBeLessThan(0.56);
    expect(found.candidates.map(({ article }) => article)).toEqual(expect.arrayContaining(['expired', 'knit']));
  });

  it('corrects two articles as much as one, and offers none of them where another reading contests', () => {
    const together = {
      probability: 0.8,
      passages: [...finds('delivery', 1).passages, ...finds('returns', 1).passages],
    };
    const alone = { kind: 'alone' as const, found: { ...finds('delivery', 0.6), together } };
    const unlikely = reading('after_title', 'knit', 0.02);
    const found = weighReadings([alone, unlikely], { ...leaning, newWords: 1, pointsBack: true });
    expect(found.probability).toBeLessThan(0.6);
    expect(found.together?.passages).toBe(together.passages);
    const odds = (probability = 0) => Math.log(probability / (1 - probability));
    expect(odds(found.together?.probability) - odds(0.8)).toBeCloseTo(odds(found.probability) - odds(0.6));
    const both = [reading('alone', 'expired', 0.8), reading('after_title', 'knit', 0.9)];
    const contested = weighReadings(
      both.map((each) => ({ ...each, found: { ...each.found, together } })),
      leaning,
    );
    expect(contested.together).toBeUndefined();
  });

  it('keeps to the thing spoken of, and away from another one', () => {
    const ofDress = {
      ...leaning,
      ...{ article: undefined, newWords: 2 },
      isOfThing: (article: string) => article === 'dress',
      isOfOther: (article: string) => article !== 'dress',
    };
    const readings = [reading('alone', 'jeans', 0.9), reading('after_thing', 'dress', 0.85)];
    const found = weighReadings(readings, ofDress);
    expect([articleOf(found), found.probability > 0.8]).toEqual(['dress', true]);
    // A question about anything else is not held to it.
    const policy = [reading('alone', 'shipping', 0.95), reading('after_thing', 'shipping', 0.9)];
    expect(articleOf(weighReadings(policy, ofDress))).toBe('shipping');
  });

  it('takes what is told for an addition to the question', () => {
    const readings = [reading('alone', 'pay/methods', 0.9), reading('after_question', 'refund/timing', 0.9)];
    const told = { ...leaning, article: 'refund/timing', newWords: 1, states: true };
    expect(articleOf(weighReadings(readings, told))).toBe('refund/timing');
  });

  it('believes readings that stay with the article together, unless a word is foreign to it', () => {
    const readings = [
      reading('alone', 'jars', 0.3),
      reading('after_question', 'knit', 0.78),
      reading('after_title', 'knit', 0.9),
    ];
    expect(weighReadings(readings, leaning).probability).toBeGreaterThan(0.75);
    expect(weighReadings(readings, { ...leaning, newWords: 1 }).probability).toBeLessThan(0.6);
    // What is told need not be held.
    expect(weighReadings(readings, { ...leaning, newWords: 2, states: true }).probability).toBeGreaterThan(0.75);
  });

  it('doubts a title whose question is answered elsewhere with the message behind it', () => {
    const asked = (article: string) => [
      reading('alone', 'jars', 0.02),
      reading('after_question', article, 0.6),
      reading('after_title', 'knit', 0.9),
    ];
    expect(weighReadings(asked('knit'), leaning).probability).toBeGreaterThan(0.75);
    expect(weighReadings(asked('returns'), leaning).probability).toBeLessThan(0.68);
  });

  it('does not punish what every reading finds', () => {
    const readings = [reading('alone', 'knit', 0.82), reading('after_question', 'knit', 0.8)];
    const thing = { ...leaning, newWords: 1, pointsBack: true, namesThing: true };
    expect(weighReadings([...readings, reading('substituted', 'knit', 0.9)], thing).probability).toBeCloseTo(0.82);
  });

  it('takes no confirmation from the thing named before, nor from a question that makes it less likely', () => {
    const plastic = (question: number) => [
      reading('alone', 'extractors', 0.74),
      reading('after_question', 'extractors', question),
      reading('after_thing', 'extractors', 0.75),
      reading('after_title', 'knit', 0.3),
    ];
    const it = { ...leaning, newWords: 1, pointsBack: true };
    expect(weighReadings(plastic(0.5), it).probability).toBeLessThan(0.6);
    expect(weighReadings(plastic(0.7), it).probability).toBeGreaterThan(0.7);
  });

  it('shows the section that the former question asks for', () => {
    const titled = reading('after_title', 'knit', 0.98);
    const asked = reading('after_question', 'knit', 0.8);
    const section = { ...asked.found.passages[0], text: 'washing' };
    const readings = [
      reading('alone', 'jars', 0.02),
      titled,
      { ...asked, found: { ...asked.found, passages: [section] } },
    ];
    expect(weighReadings(readings, { ...leaning, isElliptic: true }).passages).toEqual([section]);
  });

  it('asks what is said to be wanted, rather than what a word asks by itself', () => {
    const readings = [
      reading('alone', 'delivery', 0.9),
      reading('after_question', 'returns', 0.93),
      reading('after_title', 'returns', 0.94),
    ];
    const after = { ...leaning, article: 'returns', connects: true };
    expect(articleOf(weighReadings(readings, { ...after, newWords: 1 }))).toBe('delivery');
    const asked = weighReadings(readings, { ...after, isOfRequest: true });
    expect([articleOf(asked), asked.probability > 0.8]).toEqual(['returns', true]);
  });

  it('leaves an article that does not speak of the one thing that is asked', () => {
    const readings = [reading('alone', 'returns', 0.85), reading('after_title', 'knit', 0.95)];
    const verb = { ...leaning, isElliptic: false };
    const speaksOfIt = (found: SearchResult) => articleOf(found) === 'returns';
    expect(weighReadings(readings, verb).probability).toBeLessThan(0.56);
    const found = weighReadings(readings, { ...verb, speaksOfIt });
    expect([articleOf(found), found.probability > 0.7]).toEqual(['returns', true]);
    expect(articleOf(weighReadings(readings, { ...leaning, isElliptic: true, speaksOfIt: () => true }))).toBe('knit');
  });

  it('takes what goes on about refused goods for no question by itself', () => {
    const readings = [reading('alone', 'knit', 0.99), reading('after_question', 'knit', 0.4)];
    const after = { ...leaning, article: undefined, isFragment: true, newWords: 1 };
    expect(weighReadings(readings, after).probability).toBeGreaterThan(0.9);
    expect(weighReadings(readings, { ...after, isOfRefused: true }).probability).toBeLessThan(0.4);
  });
});
