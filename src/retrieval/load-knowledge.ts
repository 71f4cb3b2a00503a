import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { InvalidInputError } from '../domain/errors.ts';
import type { Article, KnowledgeProblem } from './article.ts';
import { parseArticle } from './parse-article.ts';

/** Everything a knowledge folder holds, sorted by article id. */
export interface Knowledge {
  readonly articles: readonly Article[];
  readonly problems: readonly KnowledgeProblem[];
}

/** Folders below the root that hold something other than articles. */
const RESERVED = new Set(['intents', 'replies']);

/**
 * Reads `**\/*.md` below `root`; hidden files and README.md are left out.
 * @param previous last knowledge served: the last good version of a file that is broken now keeps serving
 * @throws InvalidInputError when the folder cannot be read.
 */
export async function loadKnowledge(root: string, previous?: Knowledge): Promise<Knowledge> {
  const files = await markdownFiles(root);
  const articles: Article[] = [];
  const problems: KnowledgeProblem[] = [];
  for (const file of files) {
    const parsed = parseArticle(file, await readFile(join(root, file), 'utf8'));
    problems.push(...parsed.problems);
    const lastGood = previous?.articles.find(({ id }) => id === file.replace(/\.md$/, ''));
    const article = parsed.article ?? lastGood;
    if (article) articles.push(article);
  }
  return { articles, problems };
}

/** Article files below `root`, relative, with forward slashes, sorted. */
export async function markdownFiles(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    throw new InvalidInputError(`knowledge folder ${root} cannot be read`, cause);
  });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md') && entry.name.toLowerCase() !== 'readme.md')
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !RESERVED.has(file.split('/')[0]) && !file.split('/').some((part) => part.startsWith('.')))
    .sort();
}
