import type { Nodes, Paragraph, Root } from 'mdast';

/** Said of a text that was meant as a table. */
export const NO_TABLE =
  'is read as text, not as a table: the first row needs a line |---|---| below it, a --- a column';

/** The 1-based lines of paragraphs with two or more lines that begin with `|`: tables whose second line is missing. */
export function brokenTables(root: Root, source: string): number[] {
  return paragraphs(root).flatMap(({ position }) => {
    if (!position) return [];
    const lines = source.slice(position.start.offset, position.end.offset).split('\n');
    // Behind a mark of quotation the same.
    const rows = lines.flatMap((line, at) => (/^[\s>]*\|/.test(line) ? at : []));
    return rows.length < 2 ? [] : [position.start.line + rows[0]];
  });
}

function paragraphs(node: Nodes): Paragraph[] {
  if (node.type === 'paragraph') return [node];
  return 'children' in node ? node.children.flatMap(paragraphs) : [];
}
