import { expect, it } from 'vitest';
import { splitText } from './split-text.ts';

it('leaves a text that fits, and nothing of one that is empty', () => {
  expect(splitText(' 您好 ', 6)).toEqual(['您好']);
  expect(splitText(' ', 6)).toEqual([]);
});

it('cuts where one would take a breath', () => {
  expect(splitText('第一句很长很长。第二句。', 30)).toEqual(['第一句很长很长。', '第二句。']);
  expect(splitText('one paragraph\n\nanother one\nwith lines', 24)).toEqual([
    'one paragraph',
    'another one\nwith lines',
  ]);
});

it('never cuts a character, and loses none', () => {
  const text = '🙂您a'.repeat(500);
  const parts = splitText(text, 100);
  expect(parts.join('')).toBe(text);
  for (const part of parts) {
    expect(Buffer.byteLength(part)).toBeLessThanOrEqual(100);
    expect(part).not.toMatch(/\p{Cs}/u);
  }
});
