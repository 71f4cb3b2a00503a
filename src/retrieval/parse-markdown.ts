import type { Nodes, Parent, Root, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { toString as plainText } from 'mdast-util-to-string';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Language } from '../domain/understanding.ts';
import type { Section } from './article.ts';
import { splitSentences } from './split-sentences.ts';

/** The markdown syntax tree with front matter and tables. */
export function parseMarkdown(source: string): Root {
  return fromMarkdown(source, {
    extensions: [frontmatter(['yaml']), gfmTable()],
    mdastExtensions: [frontmatterFromMarkdown(['yaml']), gfmTableFromMarkdown()],
  });
}

/** Heading text and its level, as they occur. */
export interface Outline {
  readonly title?: string;
  readonly sections: readonly Section[];
}

/** Splits a document at its headings. The first level-1 heading is the title; it opens no section of its own. */
export function outline(root: Root, language: Language): Outline {
  let title: string | undefined;
  const groups: { heading: string; nodes: RootContent[] }[] = [{ heading: '', nodes: [] }];
  for (const node of root.children) {
    if (node.type === 'yaml' || node.type === 'definition') continue;
    if (node.type !== 'heading') groups.at(-1)?.nodes.push(node);
    else if (node.depth === 1 && title === undefined) title = plainText(node).trim();
    else groups.push({ heading: plainText(node).trim(), nodes: [] });
  }
  const sections = groups
    .filter((group) => group.nodes.length > 0)
    .map(({ heading, nodes }) => ({
      heading,
      text: nodes
        .map((node) => blockText(node, language))
        .filter(Boolean)
        .join('\n'),
      sentences: nodes.flatMap((node) => sentencesOf(node, language)),
    }));
  return { title, sections };
}

/** Paragraphs by sentence, lists by item, tables by row with the column heads, so that each fact can be found. */
function sentencesOf(node: Nodes, language: Language): string[] {
  switch (node.type) {
    case 'table':
      return rowsOf(node);
    case 'list':
    case 'listItem':
    case 'blockquote':
      return node.children.flatMap((child) => sentencesOf(child, language));
    case 'thematicBreak':
    case 'html':
      return [];
    default:
      return splitSentences(plainText(node), language);
  }
}

function rowsOf(table: Table): string[] {
  return cellsOf(table).map((cells) => cells.join(' '));
}

/** What stands in every row below the heads, each cell behind its column's head; what is empty is left out. */
function cellsOf(table: Table): string[][] {
  const [head, ...rows] = table.children.map((row) => row.children.map((cell) => plainText(cell).trim()));
  return rows
    .map((cells) => cells.flatMap((cell, column) => (cell ? [`${head[column] ?? ''} ${cell}`.trim()] : [])))
    .filter((cells) => cells.length > 0);
}

/** What stands behind a row's first cell, and between the others. */
const ROW_MARKS: Readonly<Record<Language, readonly [string, string]>> = { zh: ['：', '，'], en: [': ', ', '] };

/** Rows as one reads them aloud: 尺码 M：身高 160–165，体重 48–54. A wide table has no room in a chat. */
function readableRows(table: Table, language: Language): string[] {
  const [afterFirst, between] = ROW_MARKS[language];
  return cellsOf(table).map(([first, ...rest]) => [first, rest.join(between)].filter(Boolean).join(afterFirst));
}

/** A block as a customer reads it in a chat: no markup, list items and table rows on lines of their own. */
function blockText(node: Nodes, language: Language): string {
  switch (node.type) {
    case 'table':
      return readableRows(node, language).join('\n');
    case 'list':
      return node.children
        .map((item, index) => `${node.ordered ? `${(node.start ?? 1) + index}.` : '·'} ${childrenText(item, language)}`)
        .join('\n');
    case 'blockquote':
      return childrenText(node, language);
    case 'thematicBreak':
    case 'html':
      return '';
    default:
      return plainText(node).trim();
  }
}

function childrenText(parent: Parent, language: Language): string {
  return parent.children
    .map((child) => blockText(child, language))
    .filter(Boolean)
    .join('\n');
}
