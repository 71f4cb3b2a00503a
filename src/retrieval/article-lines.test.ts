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

it('knows rows that are shown without some of their heads', () => {
  const text = '睡袋：一晚 25 元，押金 150 元\n桌椅：一晚 40 元，押金 200 元\n重量：6.8 公斤';
  const entry = {
    article: { sections: [{ heading: '', text, sentences: [] }] },
    headings: [undefined],
    sentences: [
      unit(0, '东西 睡袋 一晚 25 元 押金 150 元', Y),
      unit(0, '东西 桌椅 一晚 40 元 押金 200 元', X),
      unit(0, '项目 重量 数据 6.8 公斤', X),
    ],
  } as unknown as IndexedArticle;
  const lines = articleLines(entry, { sentence: X });
  expect(lines.map(({ nearness }) => nearness)).toEqual([0, 1, 1]);
  expect(lines.map(({ inRun = false }) => inRun)).toEqual([true, true, false]);
});

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
