import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Language } from '../src/domain/understanding.ts';
import type { Article } from '../src/retrieval/article.ts';
import { bareArticle } from '../src/retrieval/bare-article.ts';
import { loadKnowledge } from '../src/retrieval/load-knowledge.ts';
import { detectLanguage } from '../src/text/detect-language.ts';

/** A written message with the articles of its shop that answer it; none for an unanswerable one. */
export interface TrainingQuery {
  readonly text: string;
  readonly relevant: readonly string[];
  readonly kind: string;
}

/** One of the invented shops under training/shops. */
export interface TrainingShop {
  readonly name: string;
  readonly language: Language;
  readonly articles: readonly Article[];
  readonly queries: readonly TrainingQuery[];
}

/** Reads every shop below `root`, sorted by name. */
export async function readTrainingShops(root = 'training/shops'): Promise<TrainingShop[]> {
  const names = readdirSync(root).sort();
  return Promise.all(
    names.map(async (name) => {
      const { articles } = await loadKnowledge(join(root, name, 'articles'));
      const queries = readQueries(join(root, name, 'queries.jsonl'));
      const language = detectLanguage(articles.map(({ title }) => title).join(' ')) ?? 'zh';
      return { name, language, articles, queries };
    }),
  );
}

/**
 * The lists of bare questions below `root`: each entry asked in other words, and questions that look like one and ask
 * something else.
 */
export function readQuestionLists(root = 'training/same-meaning'): TrainingShop[] {
  return readdirSync(root)
    .sort()
    .map((file): TrainingShop => {
      const entries = readFileSync(join(root, file), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line): { question: string; same: string[]; near: string[] } => JSON.parse(line));
      const language = detectLanguage(entries.map(({ question }) => question).join(' ')) ?? 'zh';
      return {
        name: `same-${basename(file, '.jsonl')}`,
        language,
        articles: entries.map(({ question }) => bareArticle(question, question, language)),
        queries: entries.flatMap(({ question, same, near }) => [
          ...same.map((text) => ({ text, kind: 'same_meaning', relevant: [question] })),
          ...near.map((text) => ({ text, kind: 'near_miss', relevant: [] })),
        ]),
      };
    });
}

/** Reads written messages, one JSON object a line. */
export function readQueries(file: string): TrainingQuery[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): TrainingQuery => JSON.parse(line));
}
