import type { EvalReport } from '../eval-report.ts';
import type { GroupSummary, RateName } from '../summarise.ts';
import { interval, milliseconds, percent, points, RATE_ORDER, RATE_TITLES } from './format.ts';

const LINES_SHOWN = 20;

/** The summary for a person at a terminal: plain text, no colours, columns aligned. */
export function terminalReport(report: EvalReport): string {
  const { p50, p95, p99 } = report.latencyMs;
  const latency = `latency p50 ${milliseconds(p50)}, p95 ${milliseconds(p95)}, p99 ${milliseconds(p99)}`;
  return [
    `${report.cases} cases, ${report.turns} turns, split ${report.split}; ${latency}`,
    '',
    table(['', 'rate', '95% interval', 'count', 'limit'], rateRows(report)),
    ...(report.thresholds.length === 0 ? ['no limits: --thresholds FILE holds the run against yours'] : []),
    '',
    table(['kind', 'cases', 'passed', 'auto-resolved', 'wrong'], groupRows(report.byKind)),
    '',
    table(['language', 'cases', 'passed', 'auto-resolved', 'wrong'], groupRows(report.byLanguage)),
    ...changes(report),
    ...failures(report),
    '',
  ].join('\n');
}

function rateRows(report: EvalReport): string[][] {
  return RATE_ORDER.map((name) => {
    const { value, ci95, hits, of } = report.rates[name];
    return [RATE_TITLES[name].title, percent(value), interval(ci95), `${hits}/${of}`, limit(report, name)];
  });
}

function limit(report: EvalReport, name: RateName): string {
  const check = report.thresholds.find((one) => one.rate === name);
  if (!check) return '';
  return `${check.name.startsWith('min') ? '>=' : '<='} ${percent(check.limit)} ${check.met ? 'met' : 'NOT MET'}`;
}

function groupRows(groups: Readonly<Record<string, GroupSummary>>): string[][] {
  return Object.entries(groups).map(([name, { cases, passed, resolvable, autoResolved, wrong }]) => [
    name,
    String(cases),
    `${passed} (${percent(passed / cases)})`,
    `${autoResolved}/${resolvable}`,
    String(wrong),
  ]);
}

function changes({ baseline }: EvalReport): string[] {
  if (!baseline) return [];
  const { newlyFailing, newlyPassing, inBoth, added, removed, rates, tests } = baseline;
  // Else an easier set of cases reads as a better front desk.
  const otherCases = added.length + removed.length > 0 ? '; the rates below are over all cases of each run' : '';
  return [
    '',
    `against the baseline: ${newlyFailing.length} newly failing, ${newlyPassing.length} newly passing (McNemar p = ${tests.passed.pValue})`,
    `${inBoth} cases in both, ${added.length} only now, ${removed.length} only before${otherCases}`,
    table(
      ['', 'before', 'now', 'difference'],
      rates.map((one) => [
        RATE_TITLES[one.name].title,
        percent(one.before),
        percent(one.after),
        points(one.difference),
      ]),
    ),
    ...shortened(newlyFailing.map((id) => `  newly failing: ${id}`)),
  ];
}

function failures(report: EvalReport): string[] {
  if (report.failures.length === 0) return [];
  return [
    '',
    `${report.failures.length} turns not met`,
    ...shortened(
      report.failures.map(
        (one) => `  ${one.wrong ? 'WRONG ' : ''}${one.id} turn ${one.turn}: ${one.problems.join('; ')}`,
      ),
    ),
  ];
}

function shortened(lines: readonly string[]): string[] {
  const rest = lines.length - LINES_SHOWN;
  return rest > 0 ? [...lines.slice(0, LINES_SHOWN), `  and ${rest} more: --report DIR writes them all`] : [...lines];
}

/** Left-aligned first column, right-aligned others. Cells hold no wide characters except ids, which stand last. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const line = (row: readonly string[]) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  ');
  return all.map((row) => line(row).trimEnd()).join('\n');
}
