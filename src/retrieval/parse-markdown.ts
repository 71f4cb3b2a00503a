import type { Definition, PhrasingContent, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { visit } from 'unist-util-visit';

/**
 * The markdown syntax tree with front matter, tables and what is struck out by two tildes; one means "to": 3~5 天. Bold
 * ends behind Chinese marks, too: `**运费：**10 元`. Links whose address stands elsewhere in the document know it.
 */
export function parseMarkdown(source: string): Root {
  const root = fromMarkdown(source, {
    extensions: [frontmatter(['yaml']), gfmTable(), gfmStrikethrough({ singleTilde: false }), cjkFriendlyExtension()],
    mdastExtensions: [frontmatterFromMarkdown(['yaml']), gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown()],
  });
  resolveLinks(root);
  return root;
}

function resolveLinks(root: Root): void {
  const urls = new Map<string, string>();
  visit(root, 'definition', ({ identifier, url }: Definition) => {
    if (!urls.has(identifier)) urls.set(identifier, url);
  });
  visit(root, 'linkReference', ({ identifier, children, position }, index, parent) => {
    const url = urls.get(identifier);
    const link: PhrasingContent = { type: 'link', url: url ?? '', children, position };
    if (url !== undefined && parent && index !== undefined) parent.children[index] = link;
  });
}
