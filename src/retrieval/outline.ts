import type { Nodes, Parent, Root, RootContent } from 'mdast';
import type { Language } from '../domain/understanding.ts';
import { lettersOf } from '../text/letters.ts';
import { splitSentences } from '../text/split-sentences.ts';
import type { Section } from './article.ts';
import { plainText, shownText } from './inline-text.ts';
import { readableRows, searchedRows } from './table-rows.ts';

/** A document's title, if it has one, and its sections in order. */
export interface Outline {
  readonly title?: string;
  readonly sections: readonly Section[];
}

/**
 * Splits a document at its headings; a section without text is none. The first level-1 heading is the title and opens no
 * section of its own, unless the front matter has another title: then it is a heading like the others.
 * @param given the title in the front matter
 */
export function outline(root: Root, language: Language, given?: string): Outline {
  let title = given;
  const groups: { heading: string; isQuestion?: true; nodes: RootContent[] }[] = [{ heading: '', nodes: [] }];
  for (const node of root.children) {
    if (node.type === 'yaml' || node.type === 'definition') continue;
    if (node.type !== 'heading') {
      groups.at(-1)?.nodes.push(node);
      continue;
    }
    const heading = plainText(node);
    if (node.depth === 1 && (title === undefined || isSame(title, heading))) title ??= heading;
    else groups.push({ heading, ...(node.data?.isQuestion ? { isQuestion: true } : {}), nodes: [] });
  }
  const sections = groups.map(({ nodes, ...group }) => ({
    ...group,
    text: textOfBlocks(nodes, language),
    sentences: nodes.flatMap((node) => sentencesOf(node, language)),
  }));
  return { title, sections: sections.filter(({ text }) => text !== '') };
}

/** But for marks and spaces. */
function isSame(one: string, other: string): boolean {
  const bare = (text: string) => lettersOf(text.normalize('NFKC').toLowerCase());
  return bare(one) === bare(other);
}

/** Paragraphs by sentence, lists by item, tables by row with the column heads, so that each fact can be found. */
function sentencesOf(node: Nodes, language: Language): string[] {
  switch (node.type) {
    case 'table':
      return searchedRows(node);
    case 'list':
    case 'listItem':
    case 'blockquote':
      return node.children.flatMap((child) => sentencesOf(child, language));
    case 'thematicBreak':
      return [];
    default:
      return splitSentences(plainText(node), language);
  }
}

/** A block as a customer reads it in a chat: no markup, list items and table rows on lines of their own. */
function blockText(node: Nodes, language: Language): string {
  switch (node.type) {
    case 'table':
      return readableRows(node, language).join('\n');
    case 'list':
      return listItems(node.children, language)
        .map((item, index) => `${node.ordered ? `${(node.start ?? 1) + index}.` : '·'} ${item}`)
        .join('\n');
    case 'blockquote':
      return textOfBlocks(node.children, language);
    case 'thematicBreak':
      return '';
    default:
      return shownText(node, language);
  }
}

/** Items that say nothing, such as one that is struck out whole, are none. */
function listItems(items: readonly Parent[], language: Language): string[] {
  return items.map((item) => textOfBlocks(item.children, language)).filter(Boolean);
}

function textOfBlocks(nodes: readonly Nodes[], language: Language): string {
  return nodes
    .map((node) => blockText(node, language))
    .filter(Boolean)
    .join('\n');
}
