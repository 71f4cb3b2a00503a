import { expect, it } from 'vitest';
import type { Needs } from '../domain/understanding.ts';
import { understand } from './understand.ts';

it('reads intents from what was meant, and mood from what was typed', async () => {
  const read: string[] = [];
  const understanding = await understand('毛依起求了 优惠卷', 'zh', {
    correct: (text) => text.replace('毛依起求', '毛衣起球'),
    readIntents: async (text) => {
      read.push(text);
      return [];
    },
    readMessage: async (text) => {
      read.push(text);
      return { sentiment: { label: 'neutral', score: 0, signals: [] }, needs: {} as Needs };
    },
  });
  expect(understanding.text).toBe('毛衣起球了 优惠券');
  expect(read).toEqual(['毛衣起球了 优惠券', '毛依起求了 优惠卷']);
});
