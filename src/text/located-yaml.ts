import { type Document, isNode, LineCounter, parseDocument, visit } from 'yaml';

/** A parsed YAML document that knows on which line each value stands. */
export interface LocatedYaml {
  readonly value: unknown;
  /** Syntax errors as `file:line: message`; `value` is of no use when there are any. */
  readonly problems: readonly string[];
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
  const problems = document.errors.map((error) => `${file}:${lineAt(error.pos[0])}: ${error.message}`);
  if (options.numbersAsText) keepNumbersAsWritten(document);
  return {
    value: problems.length > 0 ? undefined : document.toJS(),
    problems,
    lineOf: (path) => lineAt(offsetOf(document, path)),
  };
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
