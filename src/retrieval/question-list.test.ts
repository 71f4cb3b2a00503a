import { describe, expect, it } from 'vitest';
import { dot } from '../numeric/dot.ts';
import { bareArticle } from './bare-article.ts';
import { unitsOf } from './index-units.ts';
import { type IndexedArticle, indexArticle } from './indexed-article.ts';
import type { LanguageIndex } from './language-index.ts';
import { LexicalIndex } from './lexical-index.ts';
import { QuestionList } from './question-list.ts';
import { QuestionSpace } from './question-space.ts';
import { unitKey } from './unit-vectors.ts';

/** A unit vector that points this far from the first axis towards the second and, if asked, out of their plane. */
function at(degrees: number, out = 0): Float32Array {
  const [angle, rise] = [degrees, out].map((each) => (each / 180) * Math.PI);
  return Float32Array.from([Math.cos(angle) * Math.cos(rise), Math.sin(angle) * Math.cos(rise), Math.sin(rise)]);
}

function entry(text: string, vector: Float32Array): IndexedArticle {
  const article = bareArticle(text, text, 'en');
  const vectors = { sentence: vector, context: vector, tokens: new Float32Array(0) };
  return indexArticle(article, new Map(unitsOf(article).map((unit) => [unitKey(unit), vectors])), () => []);
}

function indexOf(entries: readonly IndexedArticle[]): LanguageIndex {
  const contexts = entries.map(({ title }) => title.vectors.context);
  const search = (vector: Float32Array, count: number) =>
    contexts
      .map((each, position) => ({ position, similarity: dot(vector, each) }))
      .sort((a, b) => b.similarity - a.similarity)
      .slice(0, count);
  return {
    ...{ language: 'en', articles: entries, lexical: new LexicalIndex(), words: new Map() },
    vectors: { size: contexts.length, dimensions: 3, search },
    articleOfPosition: entries.map((_, position) => position),
  };
}

describe('QuestionList', () => {
  it('ranks by cosine where no entry stands in a crowd', async () => {
    const list = new QuestionList(indexOf([entry('far', at(60)), entry('near', at(10))]));
    expect((await list.rank(at(0), [0])).map(({ position }) => position)).toEqual([1, 0]);
  });

  it('holds it against an entry that it is near to many others', async () => {
    const crowd = [-1, 0, 1].map((out) => entry(`crowd ${out}`, at(-20, out)));
    const list = new QuestionList(indexOf([...crowd, entry('alone', at(22))]));
    const [best, next] = await list.rank(at(0), []);
    expect(best.position).toBe(3);
    expect(next.likeness).toBeLessThan(best.likeness);
  });

  it('takes half the mean cosine with the others off', async () => {
    const list = new QuestionList(indexOf([entry('one', at(0)), entry('two', at(60))]));
    const [first, second] = await list.rank(at(0), []);
    expect(first).toEqual({ position: 0, likeness: expect.closeTo(1 - 0.25, 5) });
    expect(second).toEqual({ position: 1, likeness: expect.closeTo(0.5 - 0.25, 5) });
  });

  it('knows a single entry', async () => {
    const list = new QuestionList(indexOf([entry('one', at(0))]));
    expect(await list.rank(at(60), [])).toEqual([{ position: 0, likeness: expect.closeTo(0.5, 5) }]);
  });

  it('compares in the space it is given', async () => {
    const base64 = (numbers: readonly number[]) => Buffer.from(Float32Array.from(numbers).buffer).toString('base64');
    const flat = { model: 'flat', dimensions: 3, rank: 1, inwards: base64([0, 0, 1]), outwards: base64([0, 0, -1]) };
    const index = indexOf([entry('raised', at(10, 60)), entry('turned', at(40))]);
    const order = async (list: QuestionList) => (await list.rank(at(0), [])).map(({ position }) => position);
    expect(await order(new QuestionList(index))).toEqual([1, 0]);
    expect(await order(new QuestionList(index, new QuestionSpace(flat)))).toEqual([0, 1]);
  });

  it('is a list of questions also with a question of two sentences, not where half of it are articles', () => {
    const text = (name: string) => entry(name, at(0));
    const index = indexOf([text('One?'), text('Two?'), text('It is late. Where is it?')]);
    const list = new QuestionList(index);
    expect(list.holds([0, 1, 2])).toBe(true);
    expect(list.holds([0, 2])).toBe(false);
  });
});
