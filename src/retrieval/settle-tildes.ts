import type { Delete, PhrasingContent, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

/** Said of `~~` that is shown as it was typed. */
export const TONE = '"~~" right behind a word is shown as it is: to strike text out, put a space in front of it';

/**
 * Takes `~~` back that stands right behind a letter: in Chinese chats it ends a friendly word (好的~~没问题~~) as often as it
 * strikes something out, and what is struck out is not shown. Changes the tree.
 * @returns the 1-based lines on which it stands
 */
export function settleTildes(root: Root, source: string): number[] {
  const lines: number[] = [];
  visit(root, 'delete', (node, index, parent) => {
    if (!parent || index === undefined || !isBehindLetter(node, source)) return undefined;
    lines.push(node.position?.start.line ?? 1);
    const tildes: PhrasingContent = { type: 'text', value: '~~' };
    parent.children.splice(index, 1, tildes, ...node.children, tildes);
    return [SKIP, index + 2 + node.children.length];
  });
  return lines;
}

function isBehindLetter({ position }: Delete, source: string): boolean {
  const start = position?.start.offset ?? 0;
  return /[\p{L}\p{N}]$/u.test(source.slice(Math.max(0, start - 2), start));
}
