import { describe, expect, it } from 'vitest';
import type { SearchResult } from '../../retrieval/search-result.ts';
import { answerProbability, likelyAnswer } from './likely-answer.ts';

const passage = (article: string) => ({
  text: article,
  citation: { article, title: article, heading: '', version: '000000000000' },
  intents: [],
});
const found: SearchResult = {
  probability: 0.6,
  passages: [passage('a')],
  together: { probability: 0.8, passages: [passage('a'), passage('b')] },
  candidates: [],
};
const shown = (line: number, search = found) => likelyAnswer(search, line)?.map(({ citation }) => citation.article);

describe('likelyAnswer', () => {
  it('is one article where that is likely enough, two where only together they are, and else none', () => {
    const little = { ...found, probability: 0.75 };
    expect(shown(0.75, little)).toEqual(['a']);
    expect(shown(0.76, little)).toEqual(['a', 'b']);
    expect(shown(0.61)).toEqual(['a', 'b']);
    expect(shown(0.8)).toEqual(['a', 'b']);
    expect(shown(0.81)).toBeUndefined();
    expect(shown(0.61, { ...found, together: undefined })).toBeUndefined();
  });

  it('is two where the second makes an answer likelier by a tenth', () => {
    expect(shown(0.6)).toEqual(['a', 'b']);
    expect(shown(0.6, { ...found, probability: 0.69 })).toEqual(['a', 'b']);
    expect(shown(0.6, { ...found, probability: 0.71 })).toEqual(['a']);
  });

  it('is given up to the probability that is reported', () => {
    expect(answerProbability(found)).toBe(0.8);
    expect(answerProbability({ ...found, together: undefined })).toBe(0.6);
  });
});
