import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { InvalidInputError } from '../domain/errors.ts';
import type { Article, KnowledgeProblem } from './article.ts';
import { articleId, articleVersion, parseArticle } from './parse-article.ts';
import { splitLongSections } from './split-long-sections.ts';

/** Everything a knowledge folder holds, sorted by article id. */
export interface Knowledge {
  readonly articles: readonly Article[];
  readonly problems: readonly KnowledgeProblem[];
}

/** Folders below the root that hold something other than articles. */
const RESERVED = new Set(['intents', 'replies']);

/**
 * Reads `**\/*.md` below `root`; hidden files and README.md are left out.
 * @param previous last knowledge served: the last good version of a file that is broken now keeps serving, and a file
 * that has not changed is not parsed again
 * @throws InvalidInputError when the folder cannot be read.
 */
export async function loadKnowledge(root: string, previous?: Knowledge): Promise<Knowledge> {
  const lastGood = new Map(previous?.articles.map((article) => [article.id, article]));
  const known = knownProblems(previous);
  const articles: Article[] = [];
  const problems: KnowledgeProblem[] = [];
  for (const file of await markdownFiles(root)) {
    const source = await readFile(join(root, file), 'utf8');
    const before = lastGood.get(articleId(file));
    const isUnchanged = before?.version === articleVersion(source) && !known.get(file)?.some(isError);
    const parsed = isUnchanged ? { article: before, problems: known.get(file) ?? [] } : parseArticle(file, source);
    problems.push(...parsed.problems);
    const article = parsed.article && !isUnchanged ? await splitLongSections(parsed.article) : before;
    if (article) articles.push(article);
  }
  return { articles, problems };
}

function knownProblems(knowledge: Knowledge | undefined): Map<string, KnowledgeProblem[]> {
  const byFile = new Map<string, KnowledgeProblem[]>();
  for (const problem of knowledge?.problems ?? []) {
    byFile.set(problem.file, [...(byFile.get(problem.file) ?? []), problem]);
  }
  return byFile;
}

function isError({ severity }: KnowledgeProblem): boolean {
  return severity === 'error';
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
