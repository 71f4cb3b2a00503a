import type { Language } from '../domain/understanding.ts';

/** How long a text is, as readers count: characters of Chinese, words of English. White space around it does not count. Pure. */
export function lengthOf(text: string, language: Language): number {
  const trimmed = text.trim();
  if (trimmed === '') return 0;
  return language === 'zh' ? [...trimmed].length : trimmed.split(/\s+/).length;
}
