import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { realModel } from '../../test/real-model.ts';
import { createTransformersEmbedder } from '../adapters/transformers/transformers-embedder.ts';
import type { Embedder } from '../ports/embedder.ts';
import { detectIntents } from './detect-intents.ts';
import { loadIntentCatalogue, trainingExamples } from './intent-catalogue.ts';
import { createIntentClassifier, type IntentClassifier } from './intent-classifier.ts';
import { trainIntentModel } from './train-intent-model.ts';

const NAMES = [
  'return_request',
  'logistics_status',
  'invoice_request',
  'size_advice',
  'coupon_use',
  'greeting',
  'human_request',
];

describe('intents of the demo shop with the real embedding models', () => {
  const embedders: Embedder[] = [];
  const classifiers: Record<string, IntentClassifier> = {};
  beforeAll(async () => {
    const { intents } = await loadIntentCatalogue('knowledge/intents');
    const some = intents.filter(({ name }) => NAMES.includes(name));
    for (const [language, name] of [
      ['zh', 'bge-small-zh-v1.5'],
      ['en', 'all-MiniLM-L6-v2'],
    ] as const) {
      const { spec, directory } = await realModel(name);
      const embedder = await createTransformersEmbedder({ spec, modelDir: directory });
      embedders.push(embedder);
      const model = await trainIntentModel(trainingExamples(some, language), embedder);
      classifiers[language] = createIntentClassifier(model, embedder);
    }
  });
  afterAll(() => Promise.all(embedders.map((embedder) => embedder.close())));

  test.each([
    ['zh', '这件不想要了，可以退掉吗', 'return_request'],
    ['zh', '帮我看看快递走到哪儿了', 'logistics_status'],
    ['zh', '能开张发票吗', 'invoice_request'],
    ['zh', '转人工客服', 'human_request'],
    ['en', 'could i send this jumper back', 'return_request'],
    ['en', 'where has my parcel got to', 'logistics_status'],
    ['en', 'let me talk to a real person', 'human_request'],
  ])('%s %s', async (language, text, name) => {
    expect((await detectIntents(text, classifiers[language]))[0]?.name).toBe(name);
  });

  test.each([
    ['zh', '量子力学的基本假设有哪些'],
    ['zh', '秦始皇是哪一年出生的'],
    ['en', 'explain the theory of relativity'],
    ['en', 'who won the football last night'],
  ])('rejects %s %s', async (language, text) => {
    expect(await detectIntents(text, classifiers[language])).toEqual([]);
  });
});
