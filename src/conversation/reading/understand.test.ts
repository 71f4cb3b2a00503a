import { expect, it, vi } from 'vitest';
import type { Needs } from '../../domain/understanding.ts';
import { readText, type UnderstandDeps, understand, WORDLESS } from './understand.ts';

it('reads intents from what was meant, and mood from what was typed', async () => {
  const read: string[] = [];
  const deps: UnderstandDeps = {
    correct: (text) => text.replace('毛依起求', '毛衣起球'),
    readIntents: async (text) => {
      read.push(text);
      return [];
    },
    readMessage: async (text) => {
      read.push(text);
      return { sentiment: { label: 'neutral', score: 0, signals: [] }, needs: {} as Needs, vague: 0.2 };
    },
  };
  const understanding = await understand(readText('毛依起求了 优惠卷', 'zh', deps), '2026-11-22', deps);
  expect(understanding).toMatchObject({ text: '毛衣起球了 优惠券', vague: 0.2 });
  expect(read).toEqual(['毛衣起球了 优惠券', '毛依起求了 优惠卷']);
});

it('finds no mood in a code', async () => {
  const readMessage = vi.fn();
  const deps: UnderstandDeps = { correct: (text) => text, readIntents: async () => [], readMessage };
  const { sentiment, needs, vague } = await understand(readText('SF1234567890123', 'zh', deps), '2026-11-22', deps);
  expect([sentiment.score, needs.threat, vague]).toEqual([0, 0, 0]);
  expect(readMessage).not.toHaveBeenCalled();
});

it('reads mood and intents from English with its chat forms spelt out, and keeps what was typed', () => {
  const text = readText('I DIDN’T pay, cant u see SF1234567890123', 'en', { correct: (each) => each });
  expect(text.raw).toBe('I DIDN’T pay, cant u see SF1234567890123');
  expect(text.spelt).toBe("I DIDN'T pay, can't you see SF1234567890123");
  expect(text.text).toBe("i didn't pay, can't you see sf1234567890123");
});

it('reads mood from pinyin in characters', () => {
  const correct = (text: string) => (text === 'zhuan rengong' ? '转人工' : text);
  expect(readText('Zhuan rengong', 'zh', { correct }).spelt).toBe('转人工');
  expect(readText('转人工 OK', 'zh', { correct }).spelt).toBe('转人工 OK');
});

it('dates what was said of a day by the day on which it was sent', async () => {
  const deps: UnderstandDeps = {
    correct: (text) => text,
    readIntents: async () => [],
    readMessage: async () => WORDLESS,
  };
  const { entities } = await understand(readText('昨天下的单', 'zh', deps), '2026-11-22', deps);
  expect(entities).toMatchObject([{ kind: 'date', value: '2026-11-21' }]);
});
