import type { Root } from 'mdast';
import type { Language } from '../domain/understanding.ts';
import { brokenTextLine, NOT_UTF8 } from '../text/broken-text.ts';
import { detectLanguage } from '../text/detect-language.ts';
import { textVersion } from '../text/text-version.ts';
import type { Article, KnowledgeProblem } from './article.ts';
import { parseFrontMatter } from './front-matter.ts';
import { plainText } from './inline-text.ts';
import { outline } from './outline.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { readDocument } from './read-document.ts';

/** Raise it when the same file would be read in another way: what earlier starts kept is then read anew. */
export const ARTICLE_READER = 5;

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
export async function parseArticle(file: string, source: string): Promise<ParsedArticle> {
  const problem = (severity: 'error' | 'warning', line: number, message: string): KnowledgeProblem => ({
    severity,
    file,
    line,
    message,
  });
  const broken = brokenTextLine(source);
  if (broken !== undefined) return { problems: [problem('error', broken, NOT_UTF8)] };
  const skipped = linesInFront(source);
  const text = source
    .split('\n')
    .slice(skipped)
    .join('\n')
    .replace(/^\ufeff/, '');
  // An editor's unfinished front matter would otherwise be shown to customers as text.
  if (/^---\s*\n/.test(text) && !/\n---\s*(\n|$)/.test(text.slice(3))) {
    return { problems: [problem('error', skipped + 1, 'front matter is opened by "---" but never closed')] };
  }
  const parsed = parseMarkdown(text);
  const [first] = parsed.children;
  const yaml = first?.type === 'yaml' ? first.value : '';
  const { data, problems: found } = parseFrontMatter(yaml, skipped + 2, file);
  if (found.some(({ severity }) => severity === 'error')) return { problems: found };
  const { root, warnings } = await readDocument(parsed, text, data.title !== undefined);
  const problems = [...found, ...warnings.map(({ line, message }) => problem('warning', skipped + line, message))];

  const language: Language = data.lang ?? detectLanguage(wordsOf(root)) ?? 'zh';
  const { title: heading, sections } = outline(root, language, data.title);
  const title = heading ?? sections.find((section) => section.heading !== '')?.heading;
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
    version: textVersion(source),
    sections,
  };
  return { article, problems };
}

/** Without tags and addresses, which are English everywhere. */
function wordsOf({ children }: Root): string {
  return children.flatMap((node) => (node.type === 'yaml' ? [] : plainText(node))).join('\n');
}

/** How many blank lines stand in front of front matter, where they would make a text of it that customers see. */
function linesInFront(source: string): number {
  // A line between paragraphs is written alike; what follows it seldom looks like `key: value`.
  const blank = /^\ufeff?(?:[ \t]*\r?\n)+(?=---[ \t]*\r?\n\s*[a-z][\w-]*[ \t]*[:：](?!\/))/.exec(source);
  return blank ? blank[0].split('\n').length - 1 : 0;
}

/** The id of the article in a file, given relative to the knowledge root. */
export function articleId(file: string): string {
  return file.replace(/\.md$/, '');
}
