import type { Heading, Root, RootContent } from 'mdast';

/** Said of a heading that customers never see. */
export const BARE_HEADING = 'nothing stands below this heading, so it is not shown';

/** What sentences hold or end with, and headings do not. */
const SENTENCE_MARK = /[。．!！;；…，]|[.,]$/;

/**
 * A line of `---` or `===` makes a heading of the text right above it, which is hardly ever meant: whole sentences,
 * several lines, and what has nothing below it become paragraphs again.
 * @param hasTitle whether the front matter has one; otherwise the first level-1 heading is left to be it
 * @returns the tree, and the 1-based lines of other headings with nothing below them
 */
export function settleHeadings(root: Root, source: string, hasTitle: boolean): { root: Root; bare: number[] } {
  const title = hasTitle ? undefined : root.children.find(isTopHeading);
  const bare: number[] = [];
  const children = root.children.map((node, at): RootContent => {
    if (node.type !== 'heading' || node === title) return node;
    const isBare = hasNothingBelow(node, root.children[at + 1]);
    if (isUnderlined(node, source) && (isBare || readsAsText(node, source))) {
      return { type: 'paragraph', children: node.children, position: node.position };
    }
    if (isBare) bare.push(node.position?.start.line ?? 1);
    return node;
  });
  return { root: { ...root, children }, bare };
}

function isTopHeading(node: RootContent): boolean {
  return node.type === 'heading' && node.depth === 1;
}

function hasNothingBelow({ depth }: Heading, next: RootContent | undefined): boolean {
  return next === undefined || (next.type === 'heading' && next.depth <= depth);
}

function isUnderlined(node: Heading, source: string): boolean {
  return !sourceOf(node, source).startsWith('#');
}

function readsAsText(node: Heading, source: string): boolean {
  const lines = sourceOf(node, source).split('\n').slice(0, -1);
  return lines.length > 1 || SENTENCE_MARK.test(lines.join('').trim());
}

function sourceOf({ position }: Heading, source: string): string {
  return source.slice(position?.start.offset, position?.end.offset);
}
