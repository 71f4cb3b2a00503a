import { expect, it } from 'vitest';
import { cleanText } from './clean-text.ts';

it('keeps what a person wrote and drops what would be refused', () => {
  expect(cleanText('在吗？\n🙂\t')).toBe('在吗？\n🙂\t');
  expect(cleanText('a\u0000b\u001b[0m')).toBe('ab[0m');
  expect(cleanText('half \ud83d')).toBe('half \uFFFD');
  expect(cleanText(' \n\u200b')).toBe('');
  expect([...cleanText('🙂'.repeat(5_000))]).toHaveLength(4_000);
});
