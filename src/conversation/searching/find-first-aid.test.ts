import { describe, expect, it } from 'vitest';
import type { ArticleLine, Passage, SearchResult } from '../../retrieval/search-result.ts';
import { NOTHING_FOUND } from '../../retrieval/search-result.ts';
import { findFirstAid } from './find-first-aid.ts';

const line = (section: number, heading: string, text: string): ArticleLine => ({ section, heading, text, nearness: 0 });
const PAGES: Readonly<Record<string, readonly ArticleLine[]>> = {
  ingredients: [
    line(0, 'Nuts', 'Sweet almond oil is in the hand cream.'),
    line(1, 'Patch test', 'If the skin gets red or itchy, wash it off and stop.'),
    line(1, 'Patch test', "If you've got swelling or trouble breathing, call 999."),
  ],
  serum: [line(0, 'How to use it', 'Three drops on the face at night.')],
};
const passage = (article: string): Passage => ({
  text: 'as shown',
  citation: { article, title: article, heading: '', version: 'v' },
  intents: [],
});
const found = (article: string, probability: number): SearchResult => ({
  ...{ probability, passages: [passage(article)], candidates: [] },
});

function helpFor(
  raw: string,
  likely: readonly Passage[],
  search: (text: string) => SearchResult = () => NOTHING_FOUND,
) {
  const deps = {
    search: async (text: string) => search(text),
    linesOf: async (article: string) => PAGES[article] ?? [],
    thresholds: { answer: 0.68 },
    dayOf: () => '2026-01-01',
  };
  return findFirstAid({ raw, language: 'en', now: 0, likely }, deps);
}

const BURNING = 'my face is burning after using the serum its all swollen';

describe('findFirstAid', () => {
  it('is the section of the answer that tells what to do about that very danger', async () => {
    const [help, ...others] = await helpFor(BURNING, [passage('ingredients')]);
    expect(others).toEqual([]);
    expect(help.text).toBe(
      "Patch test\nIf the skin gets red or itchy, wash it off and stop.\nIf you've got swelling or trouble breathing, call 999.",
    );
    expect(help).toMatchObject({ isPart: true, citation: { article: 'ingredients', heading: 'Patch test' } });
  });

  it('is looked for by the danger where the page on the thing tells nothing', async () => {
    const asked: string[] = [];
    const search = (text: string) => {
      asked.push(text);
      return found('ingredients', 0.9);
    };
    expect(await helpFor(BURNING, [passage('serum')], search)).toHaveLength(1);
    expect(asked[0]).toContain('skin is red');
  });

  it('is none where no page surely tells it', async () => {
    expect(await helpFor(BURNING, [passage('serum')], () => found('ingredients', 0.6))).toEqual([]);
    expect(await helpFor('my daughter drank the oil', [], () => found('ingredients', 0.9))).toEqual([]);
    expect(await helpFor('something terrible happened', [passage('ingredients')])).toEqual([]);
  });
});
