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
      text: nodes.map(blockText).filter(Boolean).join('\n'),
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
  const [head, ...rows] = table.children.map((row) => row.children.map((cell) => plainText(cell).trim()));
  return rows.map((cells) => cells.map((cell, column) => `${head[column] ?? ''} ${cell}`.trim()).join(' '));
}

/** A block as a customer reads it in a chat: no markup, list items and table rows on lines of their own. */
function blockText(node: Nodes): string {
  switch (node.type) {
    case 'table':
      return rowsOf(node).join('\n');
    case 'list':
      return node.children
        .map((item, index) => `${node.ordered ? `${(node.start ?? 1) + index}.` : '·'} ${childrenText(item)}`)
        .join('\n');
    case 'blockquote':
      return childrenText(node);
    case 'thematicBreak':
    case 'html':
      return '';
    default:
      return plainText(node).trim();
  }
}

function childrenText(parent: Parent): string {
  return parent.children.map(blockText).filter(Boolean).join('\n');
}
