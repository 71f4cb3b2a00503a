import { type Document, visit, type YAMLParseError } from 'yaml';

/** A mistake in a YAML text: what to do about it, and the offset at which it stands. */
export interface PlainYamlError {
  readonly offset: number;
  readonly message: string;
}

/** A key as an editor writes it, behind the dash of a list perhaps. */
const KEY = String.raw`^[ \t]*(?:- +)?([\w-]+)[ \t]*`;

/**
 * The parser's words in words of people who know only markdown: they name the cure. What is not known stays as the
 * parser says it.
 */
export function plainYamlError(
  error: Pick<YAMLParseError, 'code' | 'message' | 'pos'>,
  source: string,
): PlainYamlError {
  const [offset, end] = error.pos;
  const from = source.lastIndexOf('\n', Math.min(offset, source.length) - 1) + 1;
  const to = source.indexOf('\n', Math.max(offset, end - 1));
  const lines = source.slice(from, to < 0 ? source.length : to);
  const colon = wrongColon(lines);
  if (colon) return { offset: from + colon.offset, message: colon.message };
  const key = new RegExp(`${KEY}:`).exec(lines)?.[1] ?? 'text';
  return { offset, message: cure(error, key, source.slice(offset, end)) };
}

/** What a text of no lines `key: value` lacks, where its writer meant to write some. */
export function wrongColon(lines: string): PlainYamlError | undefined {
  const wide = new RegExp(`${KEY}：`, 'm').exec(lines);
  if (wide) return { offset: wide.index, message: `${wide[1]}: write : instead of ：` };
  const tight = new RegExp(String.raw`${KEY}:(?![\s/]|$)`, 'm').exec(lines);
  return tight ? { offset: tight.index, message: `${tight[1]}: write a space after the colon` } : undefined;
}

/** The first `*name` that names nothing: a text in asterisks, as markdown writes it, without quotes. */
export function unknownAlias(document: Document): PlainYamlError | undefined {
  let found: PlainYamlError | undefined;
  visit(document, {
    Alias(_key, node) {
      if (node.resolve(document)) return undefined;
      found = { offset: node.range?.[0] ?? 0, message: 'put the text in quotes: it begins with *' };
      return visit.BREAK;
    },
  });
  return found;
}

function cure({ code, message }: Pick<YAMLParseError, 'code' | 'message'>, key: string, text: string): string {
  if (code === 'DUPLICATE_KEY') return `${key} stands twice`;
  if (code === 'TAB_AS_INDENT') return 'indent with spaces, not with a tab';
  if (code === 'BAD_SCALAR_START' || code === 'BAD_ALIAS')
    return `put the ${key} in quotes: it begins with ${text.trim()[0]}`;
  if (message.startsWith('Nested mappings')) return `put the ${key} in quotes: it holds a colon`;
  if (code === 'UNEXPECTED_TOKEN') return `put the whole ${key} in quotes`;
  const bracket = /^Flow .* end with a ([\]}])/.exec(message)?.[1];
  if (bracket) return `a closing ${bracket} is missing`;
  if (/^Missing closing/.test(message)) return 'a closing quote is missing';
  return message.split('\n')[0];
}
