import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../src/domain/understanding.ts';
import type { Article } from '../src/retrieval/article.ts';
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

/** Reads written messages, one JSON object a line. */
export function readQueries(file: string): TrainingQuery[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): TrainingQuery => JSON.parse(line));
}
