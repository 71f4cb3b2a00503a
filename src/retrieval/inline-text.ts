import type { Nodes } from 'mdast';
import type { Language } from '../domain/understanding.ts';

/** How a web address stands behind the words of its link. */
const AROUND_ADDRESS: Readonly<Record<Language, readonly [string, string]>> = { zh: ['（', '）'], en: [' (', ')'] };
const ADDRESS = /（https?:\/\/[^\s（）]+）| \(https?:\/\/[^\s()]+\)/g;

/** Plain text without markup, to be searched: what is struck out no longer holds and is left out, breaks are lines. */
export function plainText(node: Nodes): string {
  return textOf(node, ({ words }) => words).trim();
}

/** The same as a customer reads it: the words of a link alone would lead nowhere, so its web address follows them. */
export function shownText(node: Nodes, language: Language): string {
  const [open, close] = AROUND_ADDRESS[language];
  return textOf(node, ({ words, url }) => {
    if (!/^https?:/i.test(url) || words === url) return words;
    return words === '' ? url : `${words}${open}${url}${close}`;
  }).trim();
}

/** A shown text as it is searched. */
export function withoutAddresses(text: string): string {
  return text.replace(ADDRESS, '');
}

function textOf(node: Nodes, linkText: (link: { words: string; url: string }) => string): string {
  switch (node.type) {
    case 'break':
      return '\n';
    case 'delete':
    case 'html':
      return '';
    case 'image':
      return node.alt ?? '';
    case 'link':
      return linkText({ words: childrenText(), url: node.url });
    default:
      // A space that does not break is one to whoever searches.
      if ('value' in node) return node.value.replaceAll('\u00a0', ' ');
      return 'alt' in node ? (node.alt ?? '') : childrenText();
  }
  function childrenText(): string {
    return 'children' in node ? node.children.map((child) => textOf(child, linkText)).join('') : '';
  }
}
