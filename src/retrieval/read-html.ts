import type { Element, Nodes as HastNodes } from 'hast';
import { raw } from 'hast-util-raw';
import { defaultHandlers, toMdast } from 'hast-util-to-mdast';
import type { Html, Root, Table } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { visit } from 'unist-util-visit';
import type { LineProblem } from '../text/located-yaml.ts';
import { plainText } from './inline-text.ts';
import { NO_ALT } from './undescribed-pictures.ts';

/** Tags that hold nothing to read, so nobody need be told that they are left out. */
const SILENT = new Set('script style meta link col colgroup area param source track basefont'.split(' '));
const ignored = defaultHandlers.script;
const TAG = /<(\/?)([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi;

/**
 * Turns the HTML in a document into what markdown would have said: tables, lists, headings, paragraphs, line breaks.
 * What looks like a tag and is none of HTML, such as `<order number>`, is text.
 * @returns the new tree, whose positions are not those of the file, and the lines of what cannot be shown
 */
export function readHtml(root: Root): { root: Root; problems: LineProblem[] } {
  const problems: LineProblem[] = [];
  const escaped = structuredClone(root);
  visit(escaped, 'html', (node) => {
    problems.push(...unreadable(node));
    node.value = node.value.replace(TAG, (tag, _close, name) => (isKnown(name) ? tag : `&lt;${tag.slice(1)}`));
  });
  const html = raw(toHast(escaped, { allowDangerousHtml: true }));
  visit(html, 'element', (element) => {
    if (element.tagName === 'table') markHeads(element);
  });
  const read = toMdast(html, { newlines: true, nodeHandlers: { comment: () => undefined } }) as Root;
  visit(read, 'table', dropEmptyHeads);
  return { root: read, problems };
}

function isKnown(name: string): boolean {
  return name.toLowerCase() in defaultHandlers;
}

function unreadable({ value, position }: Html): LineProblem[] {
  // A comment may hold what it likes.
  if (value.startsWith('<!--'))
    return value.includes('-->') ? [] : [{ line: position?.start.line ?? 1, message: OPEN }];
  return [...value.matchAll(TAG)].flatMap(({ index, 1: close, 2: tag, 3: attributes }) => {
    const name = tag.toLowerCase();
    const line = (position?.start.line ?? 1) + value.slice(0, index).split('\n').length - 1;
    const handler = (defaultHandlers as Readonly<Record<string, unknown>>)[name];
    if (close) return [];
    if (/\b(?:row|col)span\s*=\s*["']?(?:[2-9]|1\d)/i.test(attributes)) return { line, message: MERGED_CELLS };
    if (name === 'img')
      return /\balt\s*=\s*(?:"[^"\s]|'[^'\s]|[^"'\s])/i.test(attributes) ? [] : { line, message: NO_ALT };
    const isLost = name === 'iframe' || (handler === ignored && !SILENT.has(name));
    return isLost ? { line, message: `<${name}> is not shown: write what it says as text` } : [];
  });
}

const OPEN = 'this comment is never closed by -->: what stands below it is not shown';
const MERGED_CELLS = 'cells that are merged count for their first row and column only: write them out in each';

/** A first row in which only some cells are heads has none: the heads stand at the left. */
function markHeads(table: Element): void {
  const first = firstRow(table);
  const cells = first?.children.filter((cell) => cell.type === 'element') ?? [];
  if (cells.every((cell) => cell.tagName === 'th' || cell.children.length === 0)) return;
  for (const cell of cells) cell.tagName = 'td';
  visit(table, 'element', (element) => {
    if (element.tagName === 'th') element.tagName = 'td';
    if (element.tagName === 'thead') element.tagName = 'tbody';
  });
}

function firstRow(node: HastNodes): Element | undefined {
  if (node.type === 'element' && node.tagName === 'tr') return node;
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const row = firstRow(child);
    if (row) return row;
  }
  return undefined;
}

/** Two columns without heads are names and values; in wider tables the first row names the columns, marked or not. */
function dropEmptyHeads({ children }: Table): void {
  const [head] = children;
  const isWide = head.children.length > 2 && children.length > 2;
  if (isWide && head.children.every((cell) => plainText(cell) === '')) children.shift();
}
