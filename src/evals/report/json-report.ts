import type { EvalReport } from '../eval-report.ts';

/** The report as a JSON file, indented so that two of them can be compared line by line. */
export function jsonReport(report: EvalReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
