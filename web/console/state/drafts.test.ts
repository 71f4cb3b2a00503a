import { expect, it } from 'vitest';
import { createDrafts } from './drafts.ts';

function memoryStorage(start: Record<string, string> = {}) {
  const items = new Map(Object.entries(start));
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
    items,
  };
}

it('keeps a draft of each conversation across a reload, and forgets empty ones', () => {
  const storage = memoryStorage();
  const drafts = createDrafts(storage);
  drafts.keep('c1', { reply: '您好', note: '' });
  drafts.keep('c2', { reply: '', note: 'VIP' });
  drafts.keep('c3', { reply: 'x', note: '' });
  drafts.keep('c3', { reply: '', note: '' });
  const reloaded = createDrafts(storage);
  expect(reloaded.read('c1')).toEqual({ reply: '您好', note: '' });
  expect(reloaded.read('c2').note).toBe('VIP');
  expect(reloaded.read('c3')).toEqual({ reply: '', note: '' });
  expect(JSON.parse([...storage.items.values()][0])).toHaveLength(2);
});

it('keeps the hundred newest', () => {
  const storage = memoryStorage();
  const drafts = createDrafts(storage);
  for (let n = 0; n < 120; n++) drafts.keep(`c${n}`, { reply: String(n), note: '' });
  expect(drafts.read('c19').reply).toBe('');
  expect(createDrafts(storage).read('c119').reply).toBe('119');
});

it('works without storage and with what others left there', () => {
  const forbidden = {
    getItem: () => {
      throw new Error('denied');
    },
    setItem: () => {
      throw new Error('denied');
    },
    removeItem: () => {},
  };
  const drafts = createDrafts(forbidden);
  drafts.keep('c1', { reply: 'a', note: '' });
  expect(drafts.read('c1').reply).toBe('a');
  for (const junk of ['{', '{"a":1}', '[1,["c1",{"reply":1}]]']) {
    expect(createDrafts(memoryStorage({ 'xiaoer-console-drafts': junk })).read('c1').reply).toBe('');
  }
});
