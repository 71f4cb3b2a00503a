import { createHash } from 'node:crypto';
import type { Language } from '../domain/understanding.ts';
import { detectLanguage } from '../text/detect-language.ts';
import type { Article, KnowledgeProblem } from './article.ts';
import { parseFrontMatter } from './front-matter.ts';
import { outline, parseMarkdown } from './parse-markdown.ts';

/** Raise it when the same file would be read in another way: what earlier starts kept is then read anew. */
export const ARTICLE_READER = 2;

/** An article, or undefined when an error keeps it from being served; problems say what and where. */
export interface ParsedArticle {
  readonly article?: Article;
  readonly problems: readonly KnowledgeProblem[];
}

/**
 * Reads one knowledge file.
 * @param file path relative to the knowledge root, with forward slashes
 * @param source the file's text
 */
export function parseArticle(file: string, source: string): ParsedArticle {
  const problem = (severity: 'error' | 'warning', line: number, message: string): KnowledgeProblem => ({
    severity,
    file,
    line,
    message,
  });
  // An editor's unfinished front matter would otherwise be shown to customers as text.
  if (/^---\s*\n/.test(source) && !/\n---\s*(\n|$)/.test(source.slice(3))) {
    return { problems: [problem('error', 1, 'front matter is opened by "---" but never closed')] };
  }
  const root = parseMarkdown(source);
  const yaml = root.children[0]?.type === 'yaml' ? root.children[0].value : '';
  const { data, problems } = parseFrontMatter(yaml, 2, file);
  if (problems.some(({ severity }) => severity === 'error')) return { problems };

  const language: Language = data.lang ?? detectLanguage(source.slice(yaml.length)) ?? 'zh';
  const { title: heading, sections } = outline(root, language);
  const title = data.title ?? heading ?? sections.find((section) => section.heading !== '')?.heading;
  if (!title) return { problems: [...problems, problem('error', 1, 'no title: add "title:" or a "# heading"')] };
  if (sections.length === 0) return { problems: [...problems, problem('error', 1, 'no text below the title')] };

  const article: Article = {
    id: articleId(file),
    title,
    language,
    questions: data.questions ?? [],
    intents: data.intents ?? [],
    tags: data.tags ?? [],
    effective: data.effective,
    version: articleVersion(source),
    sections,
  };
  return { article, problems };
}

/** The id of the article in a file, given relative to the knowledge root. */
export function articleId(file: string): string {
  return file.replace(/\.md$/, '');
}

/** What names the wording of a file, see `Article.version`. */
export function articleVersion(source: string): string {
  return createHash('sha256').update(source).digest('hex').slice(0, 12);
}
