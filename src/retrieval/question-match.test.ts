import { describe, expect, it } from 'vitest';
import { worstMatchAttention } from '../../test/fakes/attention-model.ts';
import type { Article } from './article.ts';
import type { IndexedArticle, IndexedUnit } from './indexed-article.ts';
import type { Query } from './query.ts';
import { matchQuestion, QUESTION_FEATURES, questionAt, readForSameness, readSameness } from './question-match.ts';

/** A unit in two dimensions; its sentence vector is its first token. */
function unit(text: string, ...tokens: number[]): IndexedUnit {
  const sentence = Float32Array.from(tokens.slice(0, 2));
  const vectors = { sentence, context: sentence, tokens: Float32Array.from(tokens) };
  return { unit: { section: -1, kind: 'question', text }, vectors, terms: new Set() };
}

function article(title: IndexedUnit, questions: IndexedUnit[], sentences: IndexedUnit[] = []): IndexedArticle {
  const units = [title, ...questions, ...sentences];
  const rest = { headings: [], sentences, intents: new Map(), terms: new Map() };
  return { article: {} as Article, units, title, questions, ...rest };
}

function query(...tokens: number[]): Query {
  const sentence = Float32Array.from(tokens.slice(0, 2));
  const tokenWeights = new Float32Array(tokens.length / 2).fill(1);
  return {
    ...{ text: '', language: 'zh', sentence, instructed: sentence },
    ...{ tokens: Float32Array.from(tokens), tokenWeights, intents: [], terms: [] },
  };
}

const feature = (features: readonly number[], name: (typeof QUESTION_FEATURES)[number]) =>
  features[QUESTION_FEATURES.indexOf(name)];

describe('matchQuestion', () => {
  const far = unit('far', 0, 1);
  const near = unit('near', 0.8, 0.6);

  it('compares with the nearest of title and sample questions', () => {
    expect(matchQuestion(query(1, 0), article(near, [far]), 2).nearest).toBe(-1);
    const match = matchQuestion(query(1, 0), article(far, [far, near]), 2);
    expect(match.nearest).toBe(1);
    expect(feature(match.features, 'question.average')).toBeCloseTo(0.8);
    expect(questionAt(article(far, [far, near]), match.nearest)).toBe(near);
    expect(questionAt(article(far, [near]), -1)).toBe(far);
  });

  it('sees what only the question speaks of', () => {
    const wider = unit('wider', 1, 0, 0, 1);
    const { features } = matchQuestion(query(1, 0), article(wider, []), 2);
    expect(feature(features, 'question.average')).toBeCloseTo(1);
    expect(feature(features, 'question.asked')).toBeCloseTo(0.5);
  });

  it('knows an entry that says nothing but its title', () => {
    const title = unit('运费谁出', 1, 0);
    const bare = article(title, [], [unit('运费谁出', 1, 0)]);
    const told = article(title, [], [unit('买家出', 0, 1)]);
    expect(feature(matchQuestion(query(1, 0), bare, 2).features, 'hasBody')).toBe(0);
    expect(feature(matchQuestion(query(1, 0), told, 2).features, 'hasBody')).toBe(1);
  });
});

describe('readSameness', () => {
  it('is the same whichever of the two is asked, and lowered by what either has alone', () => {
    const model = worstMatchAttention();
    const [one, both] = [
      [1, 0],
      [1, 0, 0, 1],
    ];
    const sameness = (asked: number[], known: number[]) =>
      readSameness(readForSameness(Float32Array.from(asked), model, 2), unit('', ...known), model, 2);
    const same = sameness(both, both);
    const more = sameness(both, one);
    expect(more).toBeCloseTo(sameness(one, both));
    expect(more).toBeLessThan(same);
  });
});
