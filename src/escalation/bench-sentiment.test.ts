import { expect, it } from 'vitest';
import { benchSentiment, type SentimentCase } from './bench-sentiment.ts';
import { vectorsReadOf } from './read-message.ts';

const CASES: SentimentCase[] = [
  { text: '一群骗子，退钱', label: 'angry' },
  { text: 'you are all thieves', label: 'angry' },
  { text: '什么时候发货', label: 'other' },
  { text: 'when will it ship', label: 'other' },
];

it('prints exactly its figures', async () => {
  const { msPerText, ...rest } = await benchSentiment(CASES);
  expect(rest).toEqual({ n: 4, positives: 2, precision: 1, recall: 1, f1: 1, auc: 1 });
  expect(msPerText).toBeGreaterThan(0);
});

it('asks for the vector of each text in its own language', async () => {
  const asked: string[] = [];
  await benchSentiment(CASES, async (language) => ({
    id: vectorsReadOf(language),
    embed: async (texts) => {
      asked.push(...texts.map((text) => `${language} ${text}`));
      return texts.map(() => new Float32Array(2));
    },
  }));
  expect(asked).toEqual(expect.arrayContaining(['zh 什么时候发货', 'en when will it ship']));
});

it('reads the text alone where the embedder is another than the models know', async () => {
  const { f1 } = await benchSentiment(CASES, async () => ({
    id: 'another',
    embed: async (texts) => texts.map(() => new Float32Array(512).fill(1)),
  }));
  expect(f1).toBe(1);
});

it('has figures for nothing', async () => {
  expect(await benchSentiment([])).toEqual({
    n: 0,
    positives: 0,
    precision: 0,
    recall: 0,
    f1: 0,
    auc: 0.5,
    msPerText: 0,
  });
});
