import { XiaoerError } from '../domain/errors.ts';

/** One JSON document on stdout with `--json`; text for a person otherwise. */
export function print(json: boolean | undefined, value: unknown, text: string): void {
  if (json) printDocument(value);
  else process.stdout.write(`${text}\n`);
}

/** One JSON document on stdout. */
export function printDocument(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Progress and remarks go to stderr, so that stdout holds the result and nothing else. */
export function remark(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** The exit status of a command that could not do its work, and of arguments that are wrong. */
export const FAILED = 2;

/** Says what went wrong, in one line for expected failures and with the stack for defects. @returns the exit status */
export function reportFailure(error: unknown): number {
  if (error instanceof XiaoerError) remark(`xiaoer: ${error.message}`);
  else remark(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return FAILED;
}

/** Rows of name and value, values aligned. */
export function table(rows: Readonly<Record<string, unknown>>): string {
  const width = Math.max(...Object.keys(rows).map((name) => name.length));
  return Object.entries(rows)
    .map(([name, value]) => `${name.padEnd(width)}  ${typeof value === 'number' ? round(value) : String(value)}`)
    .join('\n');
}

function round(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(4);
}
