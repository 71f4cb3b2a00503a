import type { Language } from '../domain/understanding.ts';
import { splitSentences } from '../text/split-sentences.ts';
import { textVersion } from '../text/text-version.ts';
import type { Article } from './article.ts';

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
    version: textVersion(text),
    sections: [{ heading: '', text, sentences }],
  };
}
