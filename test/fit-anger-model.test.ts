import { expect, it } from 'vitest';
import { angerEvidence, angerProbability } from '../src/escalation/anger-model.ts';
import { packAngerModel, unpackAngerModel } from '../src/escalation/anger-weights.ts';
import { readMoodSignals } from '../src/escalation/read-mood-signals.ts';
import { fitAngerModel, type TrainingText } from '../training/anger/fit-anger-model.ts';

const ANGRY = ['破店退钱', '你们骗人', '气死我了', '太过分了', '垃圾客服'];
const CALM = ['什么时候发货', '有大号吗', '谢谢老板', '怎么退货', '能开发票吗'];

function texts(): TrainingText[] {
  return Array.from({ length: 30 }, (_, i) => {
    const angry = i % 2 === 0;
    const text = `${(angry ? ANGRY : CALM)[i % 5]}${i}`;
    return { text, angry, embedding: Float32Array.of(angry ? 1 : -1, 0.5) };
  });
}

it('gives the same weights for the same texts, and packing hardly changes them', () => {
  const { model, report } = fitAngerModel(texts(), 'zh');
  expect(fitAngerModel(texts(), 'zh').model).toEqual(model);
  expect(report).toMatchObject({ texts: 30, angry: 15 });
  const packed = unpackAngerModel(JSON.parse(JSON.stringify(packAngerModel(model))));
  for (const text of [...ANGRY, ...CALM]) {
    const angry = ANGRY.includes(text);
    for (const embedding of [undefined, Float32Array.of(angry ? 1 : -1, 0.5)]) {
      const evidence = angerEvidence(readMoodSignals(text, 'zh'), 'zh', embedding);
      const probability = angerProbability(model, evidence);
      expect(angerProbability(packed, evidence)).toBeCloseTo(probability, 1);
      expect(probability > 0.2).toBe(angry);
    }
  }
});
