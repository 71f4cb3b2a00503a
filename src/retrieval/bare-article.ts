import { createHash } from 'node:crypto';
import type { Language } from '../domain/understanding.ts';
import type { Article } from './article.ts';
import { splitSentences } from './split-sentences.ts';

/** An article of nothing but a text. It has no title of its own: its first line stands for it. */
export function bareArticle(id: string, text: string, language: Language): Article {
  const [title] = text.trim().split('\n');
  const sentences = text.split('\n').flatMap((line) => splitSentences(line, language));
  return {
    id,
    title,
    language,
    questions: [],
    intents: [],
    tags: [],
    version: createHash('sha256').update(text).digest('hex').slice(0, 12),
    sections: [{ heading: '', text, sentences }],
  };
}
