import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { hashedEmbedder } from '../../test/fakes/hashed-embedder.ts';
import { benchIntents } from './bench-intents.ts';
import { detectIntents } from './detect-intents.ts';
import { createIntentClassifier, type IntentClassifier } from './intent-classifier.ts';
import type { IntentModel } from './intent-model.ts';
import { readIntentModel, serializeIntentModel } from './intent-model-file.ts';
import { type LabelledText, trainIntentModel } from './train-intent-model.ts';

const embedder = hashedEmbedder('en');
const WAYS: Record<string, readonly string[]> = {
  refund: ['money back', 'my refund', 'a refund please', 'refunded to my card', 'refund for the coat'],
  delivery: ['parcel tracking', 'where the parcel is', 'parcel arrive', 'parcel delivered late', 'track my parcel'],
  size: ['size for 170 cm', 'which size fits', 'size chart', 'size too small', 'size medium or large'],
};
const OPENINGS = ['i need', 'can you tell me about', 'hello', 'question on', 'sorry'];

const examples: LabelledText[] = Object.entries(WAYS).flatMap(([label, ways]) =>
  ways.flatMap((way) => OPENINGS.map((opening) => ({ text: `${opening} ${way}`, label }))),
);
const test_ = [
  { text: 'hello when is my refund', label: 'refund' },
  { text: 'is the parcel tracking broken', label: 'delivery' },
  { text: 'which size for a child', label: 'size' },
  { text: "what's the capital of peru", label: 'none' },
];

/** A model's way to disk and back. */
async function reread(bytes: Uint8Array): Promise<IntentModel> {
  const folder = await mkdtemp(join(tmpdir(), 'xiaoer-model-'));
  try {
    await writeFile(join(folder, 'a.model'), bytes);
    return await readIntentModel(join(folder, 'a.model'));
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('an intent classifier without a real model', () => {
  let model: IntentModel;
  let classifier: IntentClassifier;
  beforeAll(async () => {
    model = await trainIntentModel(examples, embedder);
    classifier = createIntentClassifier(model, embedder);
  });

  test('recognises its intents with sorted confidences and rejects what is like nothing it knows', async () => {
    const found = await classifier.classifyAll(test_.map(({ text }) => text));
    expect(found.map((scores) => scores[0]?.name)).toEqual(['refund', 'delivery', 'size', undefined]);
    for (const scores of found) {
      expect(scores.length).toBeLessThanOrEqual(3);
      for (const { confidence } of scores) expect(confidence).toBeGreaterThanOrEqual(classifier.threshold);
      expect([...scores].sort((a, b) => b.confidence - a.confidence)).toEqual(scores);
    }
  });

  test('ranks even what it would reject, but not an empty message', async () => {
    const [strange, empty] = await classifier.rankAll(["what's the capital of peru", ' ']);
    expect(strange).toHaveLength(3);
    expect(empty).toEqual([]);
  });

  test('finds several intents in one message', async () => {
    const text = 'hello i want my money back. can you tell me which size fits?';
    expect((await detectIntents(text, classifier)).map(({ name }) => name).sort()).toEqual(['refund', 'size']);
  });

  test('remembers what a text said, and not for another vector', async () => {
    const [refund, size] = await embedder.embed(['my refund', 'size chart'], 'classify');
    const asked = [refund, size, refund].map((vector) =>
      createIntentClassifier(model, embedder).rankVector('my', vector),
    );
    expect([refund, size, refund].map((vector) => classifier.rankVector('my', vector))).toEqual(asked);
    expect(asked[0]).not.toEqual(asked[1]);
  });

  test('the same examples give the same model', async () => {
    const again = await trainIntentModel(examples, embedder);
    expect(Buffer.from(serializeIntentModel(again)).equals(serializeIntentModel(model))).toBe(true);
  });

  test('survives the way to disk and back', async () => {
    const restored = createIntentClassifier(await reread(serializeIntentModel(model)), embedder);
    const texts = test_.map(({ text }) => text);
    expect(await restored.rankAll(texts)).toEqual(await classifier.rankAll(texts));
  });

  test('a file that was cut off or is something else is refused', async () => {
    const bytes = serializeIntentModel(model);
    await expect(reread(bytes.subarray(0, bytes.length - 4))).rejects.toThrow('not an intent model');
    await expect(reread(bytes.subarray(0, 40))).rejects.toThrow('not an intent model');
    await expect(reread(new Uint8Array(100))).rejects.toThrow('not an intent model');
  });

  test('refuses another embedder and a single intent', async () => {
    expect(() => createIntentClassifier(model, hashedEmbedder('zh'))).toThrow('trained with hashed-en');
    await expect(trainIntentModel(examples.slice(0, 5), embedder)).rejects.toThrow('two intents');
  });
});

describe('benchIntents', () => {
  const input = { train: examples, test: test_, embedderFor: async () => embedder, clock: { now: () => 0 } };

  test('counts a rejection as the oos label', async () => {
    expect(await benchIntents({ ...input, oos: 'none' })).toEqual({
      n: 4,
      accuracy: 1,
      macroF1: 1,
      inScopeAccuracy: 1,
      oosRecall: 1,
      oosPrecision: 1,
      mcc: 1,
      trainSeconds: 0,
      msPerText: 0,
    });
  });

  test('never trains on oos rows and rejects nothing without an oos label', async () => {
    const train = [...examples, { text: "what's the capital of peru", label: 'none' }];
    expect(await benchIntents({ ...input, train, oos: 'none' })).toMatchObject({ oosRecall: 1, accuracy: 1 });
    expect(await benchIntents(input)).toMatchObject({ accuracy: 0.75, inScopeAccuracy: 0.75, oosRecall: 0 });
  });
});
