import type { CaseScore, TurnScore } from '../score.ts';
import { escapeMarkup } from './escape-markup.ts';

/** JUnit XML for continuous integration: a suite for each kind, a test for each case, a failure for each failed case. */
export function junitReport(scores: readonly CaseScore[]): string {
  const kinds = [...new Set(scores.map((score) => score.case.kind))].sort();
  const suites = kinds.map((kind) =>
    suite(
      kind,
      scores.filter((score) => score.case.kind === kind),
    ),
  );
  const failures = scores.filter((score) => !score.passed).length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="conversations" tests="${scores.length}" failures="${failures}" time="${seconds(scores)}">`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(kind: string, scores: readonly CaseScore[]): string {
  const failures = scores.filter((score) => !score.passed).length;
  const attributes = `name="${escapeMarkup(kind)}" tests="${scores.length}" failures="${failures}" time="${seconds(scores)}"`;
  return [`  <testsuite ${attributes}>`, ...scores.map(testCase), '  </testsuite>'].join('\n');
}

function testCase(score: CaseScore): string {
  const { id, kind, file, line } = score.case;
  const place = `classname="${escapeMarkup(kind)}" file="${escapeMarkup(file)}" line="${line}"`;
  const opening = `    <testcase name="${escapeMarkup(id)}" ${place} time="${seconds([score])}"`;
  if (score.passed) return `${opening}/>`;
  const failed = score.turns.filter((turn) => !turn.met);
  const message = escapeMarkup(`turn ${failed[0].turn}: ${failed[0].problems.join('; ')}`);
  const type = failed.some((turn) => turn.wrong) ? 'wrong-answer' : 'unmet';
  const body = escapeMarkup(failed.map(explain).join('\n'));
  return `${opening}>\n      <failure type="${type}" message="${message}">${body}</failure>\n    </testcase>`;
}

function explain(turn: TurnScore): string {
  return `turn ${turn.turn}\n  customer: ${turn.texts.join(' ⏎ ')}\n  bot: ${turn.got.reply}\n  ${turn.problems.join('\n  ')}`;
}

function seconds(scores: readonly CaseScore[]): string {
  const total = scores.flatMap((score) => score.turns).reduce((sum, turn) => sum + (turn.milliseconds ?? 0), 0);
  return (total / 1000).toFixed(3);
}
