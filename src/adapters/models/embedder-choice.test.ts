import { describe, expect, it } from 'vitest';
import { InvalidInputError } from '../../domain/errors.ts';
import { builtinModels } from './builtin-models.ts';
import { parseEmbedderChoices } from './embedder-choice.ts';

describe('parseEmbedderChoices', () => {
  it('means the built-in models when nothing is chosen', () => {
    const builtin = (name: string) => ({ kind: 'builtin', name });
    expect(parseEmbedderChoices()).toEqual({
      zh: builtin('bge-small-zh-v1.5'),
      en: builtin('all-MiniLM-L6-v2'),
    });
    const known = builtinModels.map(({ name }) => name);
    for (const choice of Object.values(parseEmbedderChoices()))
      expect(known).toContain((choice as { name: string }).name);
  });

  it('takes a service and a described model, whose language is the key', () => {
    const service = { kind: 'openai', baseUrl: 'http://models.internal/v1', model: 'bge-m3', dimensions: 1024 };
    const e5 = {
      kind: 'local',
      name: 'multilingual-e5-small',
      repository: 'Xenova/multilingual-e5-small',
      author: 'intfloat',
      licence: 'MIT',
      homepage: 'https://huggingface.co/intfloat/multilingual-e5-small',
      dimensions: 384,
      pooling: 'mean',
      prefixes: { query: 'query: ', passage: 'passage: ', classify: 'query: ' },
      files: [{ path: 'onnx/model_quantized.onnx', versions: [{ sha256: 'a'.repeat(64), bytes: 1 }] }],
    };
    const { zh, en } = parseEmbedderChoices({ zh: service, en: e5 });
    expect(zh).toMatchObject({ ...service, language: 'zh', batchSize: 64, maxRetries: 3 });
    expect(en).toMatchObject({ ...e5, language: 'en', maxTokens: 256, npm: [] });
  });

  it.each([
    [{ zh: { kind: 'openai', model: 'm' } }, /zh\.dimensions/],
    [{ zh: { kind: 'magic' } }, /zh\.kind/],
    [{ fr: { kind: 'builtin', name: 'x' } }, /fr/],
    [[], /expected object/],
  ])('names what is wrong in %j', (input, message) => {
    expect(() => parseEmbedderChoices(input)).toThrow(InvalidInputError);
    expect(() => parseEmbedderChoices(input)).toThrow(message);
  });
});
