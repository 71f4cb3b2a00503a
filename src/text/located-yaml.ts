import { type Document, isNode, LineCounter, parseDocument, visit } from 'yaml';
import { brokenTextLine, NOT_UTF8 } from './broken-text.ts';
import { plainYamlError, unknownAlias } from './plain-yaml-error.ts';

/** What is wrong with a text, and on which line, 1-based. */
export interface LineProblem {
  readonly line: number;
  readonly message: string;
}

/** A parsed YAML document that knows on which line each value stands. */
export interface LocatedYaml {
  readonly value: unknown;
  /** Syntax errors as `file:line: message`; `value` is of no use when there are any. */
  readonly problems: readonly string[];
  /** The same problems, one a line. */
  readonly lineProblems: readonly LineProblem[];
  /** 1-based line of the value at the path, or of the nearest value around it when the path does not exist. */
  lineOf(path: readonly PropertyKey[]): number;
}

/**
 * Parses YAML and keeps line numbers. Core YAML 1.2: `no` and dates are text.
 *
 * @param options.numbersAsText keeps `12.50` and `0571` as they were written, for files whose values are all text
 */
export function locateYaml(file: string, source: string, options: { numbersAsText?: boolean } = {}): LocatedYaml {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
  const lineProblems = problemsOf(document, source, lineAt);
  if (options.numbersAsText) keepNumbersAsWritten(document);
  return {
    value: lineProblems.length > 0 ? undefined : document.toJS(),
    problems: lineProblems.map(({ line, message }) => `${file}:${line}: ${message}`),
    lineProblems,
    lineOf: (path) => lineAt(offsetOf(document, path)),
  };
}

function problemsOf(document: Document.Parsed, source: string, lineAt: (offset: number) => number): LineProblem[] {
  const broken = brokenTextLine(source);
  if (broken !== undefined) return [{ line: broken, message: NOT_UTF8 }];
  const errors = document.errors.map((error) => plainYamlError(error, source));
  // The parser reports it when values are read, by throwing.
  const alias = errors.length === 0 ? unknownAlias(document) : undefined;
  const byLine = new Map<number, LineProblem>();
  for (const { offset, message } of alias ? [alias] : errors) {
    const line = lineAt(offset);
    // What follows on a line is mostly a consequence of its first mistake.
    if (!byLine.has(line)) byLine.set(line, { line, message });
  }
  return [...byLine.values()];
}

function keepNumbersAsWritten(document: Document): void {
  visit(document, {
    Scalar(_key, node) {
      if (typeof node.value === 'number' && node.source !== undefined) node.value = node.source;
    },
  });
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
