import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPace } from '../system/create-pace.ts';
import { textVersion } from '../text/text-version.ts';
import type { Article, KnowledgeProblem } from './article.ts';
import { knowledgeFiles } from './knowledge-files.ts';
import { articleId, type ParsedArticle, parseArticle } from './parse-article.ts';
import { splitLongSections } from './split-long-sections.ts';

/** Everything a knowledge folder holds, sorted by article id. */
export interface Knowledge {
  readonly articles: readonly Article[];
  readonly problems: readonly KnowledgeProblem[];
}

/**
 * Reads `**\/*.md` below `root`, links followed, a few milliseconds at a time; hidden files and README.md are left out.
 * @param previous last knowledge served: the last good version of a file that is broken now keeps serving, and a file
 * that has not changed is not parsed again
 * @param kept what was read at another time: a file that is the same now is not parsed again either
 * @throws InvalidInputError when the folder cannot be read.
 */
export async function loadKnowledge(root: string, previous?: Knowledge, kept?: Knowledge): Promise<Knowledge> {
  const [served, known] = [previous, kept].map(byFile);
  const articles: Article[] = [];
  const problems: KnowledgeProblem[] = [];
  const pace = createPace();
  const found = await knowledgeFiles(root);
  for (const file of found.articles) {
    await pace();
    // At once: four trips to another thread take ten times as long as reading a page of text.
    const source = readFileSync(join(root, file), 'utf8');
    const version = textVersion(source);
    const parsed = unchanged(file, version, served) ?? unchanged(file, version, known) ?? (await parse(file, source));
    problems.push(...parsed.problems);
    const article = parsed.article ?? served.articles.get(articleId(file));
    if (article) articles.push(article);
  }
  articles.push(...stillServed(found.problems, served));
  return { articles: articles.sort(byFileName), problems: [...problems, ...found.problems] };
}

/** The last good versions of articles whose own link, or that of a folder around them, is broken now. */
function stillServed(problems: readonly KnowledgeProblem[], { articles }: ReadFiles): Article[] {
  const broken = problems.filter(isError).map(({ file }) => file);
  const isCutOff = ({ id }: Article) => broken.some((file) => id === articleId(file) || id.startsWith(`${file}/`));
  return [...articles.values()].filter(isCutOff);
}

/** As the files are sorted: `a-b.md` stands before `a.md`. */
function byFileName(a: Article, b: Article): number {
  return `${a.id}.md` < `${b.id}.md` ? -1 : 1;
}

interface ReadFiles {
  readonly articles: ReadonlyMap<string, Article>;
  readonly problems: ReadonlyMap<string, readonly KnowledgeProblem[]>;
}

function byFile(knowledge: Knowledge | undefined): ReadFiles {
  const articles = new Map(knowledge?.articles.map((article) => [article.id, article]));
  return { articles, problems: knownProblems(knowledge) };
}

function unchanged(file: string, version: string, { articles, problems }: ReadFiles): ParsedArticle | undefined {
  const article = articles.get(articleId(file));
  const found = problems.get(file) ?? [];
  return article?.version === version && !found.some(isError) ? { article, problems: found } : undefined;
}

async function parse(file: string, source: string): Promise<ParsedArticle> {
  const { article, problems } = await parseArticle(file, source);
  return { article: article && (await splitLongSections(article)), problems };
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
