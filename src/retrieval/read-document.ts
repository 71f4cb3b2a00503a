import type { Nodes, Root } from 'mdast';
import type { LineProblem } from '../text/located-yaml.ts';
import { brokenTables, NO_TABLE } from './broken-tables.ts';
import { headQuestions } from './question-pairs.ts';
import { BARE_HEADING, settleHeadings } from './settle-headings.ts';
import { settleTildes, TONE } from './settle-tildes.ts';
import { NO_ALT, undescribedPictures } from './undescribed-pictures.ts';

/**
 * Makes of a parsed document what its author meant: headings that are some, HTML as markdown, questions as headings.
 * @param source what was parsed
 * @param hasTitle whether the front matter has one
 * @returns the tree, whose positions need not be those of the file, and what customers will not see as it was written
 */
export async function readDocument(
  parsed: Root,
  source: string,
  hasTitle: boolean,
): Promise<{ root: Root; warnings: LineProblem[] }> {
  const tildes = settleTildes(parsed, source);
  const { root, bare } = settleHeadings(parsed, source, hasTitle);
  const html = await withoutHtml(root);
  const at = (lines: readonly number[], message: string) => lines.map((line) => ({ line, message }));
  const warnings = [
    ...at(tildes, TONE),
    ...at(bare, BARE_HEADING),
    ...at(brokenTables(parsed, source), NO_TABLE),
    ...at(undescribedPictures(parsed), NO_ALT),
    ...html.problems,
  ];
  return { root: headQuestions(html.root), warnings: warnings.sort((a, b) => a.line - b.line) };
}

/** Few articles hold any HTML, and loading what reads it takes as long as reading a hundred of them. */
async function withoutHtml(root: Root): Promise<{ root: Root; problems: readonly LineProblem[] }> {
  if (!holdsHtml(root)) return { root, problems: [] };
  const { readHtml } = await import('./read-html.ts');
  return readHtml(root);
}

function holdsHtml(node: Nodes): boolean {
  return node.type === 'html' || ('children' in node && node.children.some(holdsHtml));
}
