import { expect, it } from 'vitest';
import { NEEDS } from '../src/domain/understanding.ts';
import { messageEvidence } from '../src/escalation/message-features.ts';
import { READINGS, type Votes } from '../src/escalation/message-memory.ts';
import { modelProbability } from '../src/escalation/message-model.ts';
import { packModel, unpackModel } from '../src/escalation/model-weights.ts';
import { readMoodSignals } from '../src/escalation/read-mood-signals.ts';
import { type EmbeddedText, fitMessageModels } from '../training/message/fit-message-models.ts';

const ANGRY = ['破店退钱', '你们骗人', '气死我了', '太过分了', '垃圾客服'];
const CALM = ['什么时候发货', '有大号吗', '谢谢老板', '怎么退货', '能开发票吗'];

function texts(): EmbeddedText[] {
  return Array.from({ length: 30 }, (_, i) => {
    const angry = i % 2 === 0;
    const text = `${(angry ? ANGRY : CALM)[i % 5]}${i}`;
    const labels = Object.fromEntries(['mood', ...NEEDS].map((name) => [name, angry ? 1 : -1]));
    return { text, labels, embedding: Float32Array.of(angry ? 1 : -1, 0.5) };
  });
}

it('gives the same weights for the same texts, and packing hardly changes them', { timeout: 30_000 }, () => {
  const { models, reports } = fitMessageModels(texts(), 'zh');
  expect(fitMessageModels(texts(), 'zh').models).toEqual(models);
  expect(reports.mood).toMatchObject({ texts: 30, positives: 15 });
  for (const name of ['mood', 'threat'] as const) {
    const model = models[name];
    const packed = unpackModel(JSON.parse(JSON.stringify(packModel(model))));
    for (const text of [...ANGRY, ...CALM]) {
      const angry = ANGRY.includes(text);
      for (const embedding of [undefined, Float32Array.of(angry ? 1 : -1, 0.5)]) {
        const evidence = messageEvidence(readMoodSignals(text, 'zh'), 'zh', embedding);
        const probability = modelProbability(model, evidence, name);
        expect(modelProbability(packed, evidence, name)).toBeCloseTo(probability, 1);
        expect(probability > 0.2).toBe(angry);
      }
    }
  }
});

it('calibrates on votes of texts from other folds alone', { timeout: 30_000 }, () => {
  const asked: boolean[][] = [];
  fitMessageModels(texts(), 'zh', {
    votes: (_, isForgotten = () => false) => {
      asked.push(Array.from({ length: 30 }, (_, other) => isForgotten(other)));
      return Object.fromEntries(READINGS.map((name) => [name, 0])) as unknown as Votes;
    },
  });
  expect(asked).toHaveLength(30);
  asked.forEach((forgotten, at) => {
    expect(forgotten[at]).toBe(true);
    expect(forgotten.filter(Boolean)).toHaveLength(6);
  });
});
