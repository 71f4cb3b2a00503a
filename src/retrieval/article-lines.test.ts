import { expect, it } from 'vitest';
import { articleLines } from './article-lines.ts';
import type { IndexedArticle, IndexedUnit } from './indexed-article.ts';

const X = Float32Array.of(1, 0);
const Y = Float32Array.of(0, 1);

function unit(section: number, text: string, vector: Float32Array): IndexedUnit {
  return {
    unit: { section, kind: 'sentence', text },
    vectors: { sentence: vector, context: vector },
    terms: new Set(),
  } as never;
}

it('tells of each line how near its best sentence is, whatever marks it is shown with', () => {
  const sections = [
    {
      heading: '',
      text: '先看尺码。再下单（https://shop.example/a）。\n码 M：身高 160，体重 50\n码 L：身高 170，体重 60',
      sentences: [],
    },
    { heading: 'Washing', text: 'By hand.\n1. Cold\n2. Dry', sentences: [] },
  ];
  const entry = {
    article: { sections },
    headings: [undefined, unit(1, 'Washing', X)],
    sentences: [
      unit(0, '先看尺码。', Y),
      unit(0, '再下单。', X),
      unit(0, '码 M 身高 160 体重 50', Y),
      unit(0, '码 L 身高 170 体重 60', X),
      unit(1, 'By hand.', Y),
    ],
  } as unknown as IndexedArticle;
  const lines = articleLines(entry, { sentence: X });
  expect(lines.map(({ nearness }) => nearness)).toEqual([1, 0, 1, 0.5, -1, -1]);
  expect(lines.map(({ inRun = false }) => inRun)).toEqual([false, true, true, false, true, true]);
  expect(lines.map(({ section }) => section)).toEqual([0, 0, 0, 1, 1, 1]);
});
