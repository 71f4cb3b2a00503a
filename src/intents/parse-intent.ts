import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { toString as plainText } from 'mdast-util-to-string';
import { frontmatter } from 'micromark-extension-frontmatter';
import type { z } from 'zod';
import type { Language } from '../domain/understanding.ts';
import { brokenTextLine, NOT_UTF8 } from '../text/broken-text.ts';
import { type LineProblem, locateYaml } from '../text/located-yaml.ts';
import { lineProblems, plainIssue } from '../text/plain-issues.ts';
import { textVersion } from '../text/text-version.ts';
import { type Intent, intentHeaderSchema } from './intent.ts';

/** Raise it when the same file would be read in another way: what earlier starts kept is then read anew. */
export const INTENT_READER = 3;

/** An intent, or everything that is wrong with its file as `file:line: what`. */
export type ParsedIntent =
  | { readonly ok: true; readonly intent: Intent }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads one intent file: front matter, then example messages as lists under `## zh` and `## en`. */
export function parseIntent(file: string, source: string): ParsedIntent {
  const broken = brokenTextLine(source);
  if (broken !== undefined) return { ok: false, problems: [`${file}:${broken}: ${NOT_UTF8}`] };
  const tree = fromMarkdown(source, {
    extensions: [frontmatter(['yaml'])],
    mdastExtensions: [frontmatterFromMarkdown(['yaml'])],
  });
  const header = readHeader(tree);
  const { examples, problems } = readExamples(tree, source);
  const located = [...header.problems, ...problems].map(({ line, message }) => `${file}:${line}: ${message}`);
  if (!header.value || located.length > 0) return { ok: false, problems: located };
  return { ok: true, intent: { ...header.value, examples, file, version: textVersion(source) } };
}

function readHeader(tree: Root): { value?: z.infer<typeof intentHeaderSchema>; problems: readonly LineProblem[] } {
  const node = tree.children[0];
  if (node?.type !== 'yaml') return { problems: [{ line: 1, message: 'front matter is missing' }] };
  const yaml = locateYaml('', node.value, { numbersAsText: true });
  // The opening fence is a line of its own, in front of the YAML's line 1.
  const inFile = (found: readonly LineProblem[]) => found.map(({ line, message }) => ({ line: line + 1, message }));
  if (yaml.lineProblems.length > 0) return { problems: inFile(yaml.lineProblems) };
  const parsed = intentHeaderSchema.safeParse(yaml.value ?? {}, { error: plainIssue });
  if (parsed.success) return { value: parsed.data, problems: [] };
  return { problems: inFile(lineProblems(yaml, parsed.error.issues)) };
}

function readExamples(tree: Root, source: string): { examples: Record<Language, string[]>; problems: LineProblem[] } {
  const examples: Record<Language, string[]> = { zh: [], en: [] };
  const problems: LineProblem[] = [];
  let language: Language | undefined;
  for (const node of tree.children) {
    if (node.type === 'heading') {
      const name = plainText(node);
      language = name === 'zh' || name === 'en' ? name : undefined;
      if (!language) problems.push({ line: lineOf(node), message: `heading "${name}" is neither zh nor en` });
    } else if (node.type === 'list') {
      if (!language) problems.push({ line: lineOf(node), message: 'examples stand before the first ## zh or ## en' });
      else for (const item of node.children) examples[language].push(...writtenExamples(item, source));
    }
  }
  if (examples.zh.length + examples.en.length === 0) problems.push({ line: 1, message: 'has no examples' });
  return { examples, problems };
}

/** The item as it was typed: markdown would swallow what customers mean, such as `*` and `_`. */
function writtenExamples(item: Nodes, source: string): string[] {
  const { start, end } = item.position as NonNullable<Nodes['position']>;
  const written = source.slice(start.offset, end.offset).replace(/^[-*+]\s*|^\d+[.)]\s*/, '');
  return written.trim() === '' ? [] : [written.replace(/\s*\n\s*/g, ' ').trim()];
}

function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}
