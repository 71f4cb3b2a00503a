import { join } from 'node:path';
import type { Engine } from '../conversation/engine.ts';
import { analyseFailures, countKinds } from './analyse-failures.ts';
import { compareWithBaseline } from './compare-baseline.ts';
import type { EvalReport } from './eval-report.ts';
import { latencyPercentiles } from './latency-percentiles.ts';
import type { EvalInputs } from './read-eval-inputs.ts';
import { refuseUnknownArticles } from './refuse-unknown-articles.ts';
import { htmlReport } from './report/html-report.ts';
import { jsonReport } from './report/json-report.ts';
import { junitReport } from './report/junit-report.ts';
import { terminalReport } from './report/terminal-report.ts';
import { type RunOptions, runCases } from './run-cases.ts';
import { type CaseScore, scoreCases } from './score.ts';
import { summarise } from './summarise.ts';
import { checkThresholds, type Thresholds } from './thresholds.ts';
import { type EngineAtThreshold, tradeOff } from './trade-off.ts';
import type { Investigator } from './turn-evidence.ts';
import { withAnalysis } from './turn-failures.ts';

/** What `xiaoer eval` was asked to do, and with what. */
export interface EvalRequest {
  readonly inputs: EvalInputs;
  /** Ids of the articles that the engine can cite. */
  readonly articles: ReadonlySet<string>;
  /** Where report.json, report.html and junit.xml go; no files without it. */
  readonly reportDir?: string;
  readonly engine: Engine;
  /** With it and a report folder, the trade-off curve is drawn. */
  readonly engineAt?: EngineAtThreshold;
  /** The answer threshold in use, marked on the curve. */
  readonly answerThreshold?: number;
  /** With it and a report folder, failures are looked into and played again with what might have mended them. */
  readonly investigator?: Investigator;
  /** What the run must keep; nothing when absent. */
  readonly thresholds?: Thresholds;
  /** Writes a file, making its folder; injected so that tests need no disk. */
  readonly write: (file: string, content: string) => Promise<void>;
  readonly run?: RunOptions;
}

/** `exitCode` is 1 when a threshold is not met. `table` is for a person at a terminal. */
export interface EvalOutcome {
  readonly summary: EvalReport;
  readonly exitCode: 0 | 1;
  readonly table: string;
}

/**
 * Plays the cases, scores them and writes the reports.
 *
 * @throws InvalidInputError for cases that expect an unknown article; XiaoerError when the engine fails
 */
export async function runEval(request: EvalRequest): Promise<EvalOutcome> {
  const { casesPath, split, cases, baseline } = request.inputs;
  refuseUnknownArticles(cases, request.articles);
  const scores = scoreCases(await runCases(request.engine, cases, request.run));
  const summary = summarise(scores, split);
  // Analysing costs some hundred milliseconds a failure, so only a report that shows it pays.
  const analysis = request.reportDir === undefined ? undefined : await analyse(request, scores);
  const answerThreshold = request.investigator?.answerThreshold ?? request.answerThreshold;
  const drawCurve = request.reportDir !== undefined && request.engineAt !== undefined;
  const report: EvalReport = {
    ...summary,
    failures: analysis ? summary.failures.map((one, index) => withAnalysis(one, analysis[index])) : summary.failures,
    failureKinds: analysis && countKinds(analysis),
    thresholds: request.thresholds ? checkThresholds(request.thresholds, summary) : [],
    tradeOff: drawCurve
      ? await tradeOff(cases, request.engineAt, { ...request.run, chosen: request.answerThreshold })
      : undefined,
    baseline: baseline && compareWithBaseline(summary, baseline),
    latencyMs: latencyPercentiles(scores),
  };
  if (request.reportDir !== undefined) {
    await request.write(join(request.reportDir, 'report.json'), jsonReport(report));
    await request.write(join(request.reportDir, 'junit.xml'), junitReport(scores));
    await request.write(
      join(request.reportDir, 'report.html'),
      htmlReport(report, scores, { failures: analysis ?? [], answerThreshold }, casesPath),
    );
  }
  const exitCode = report.thresholds.every((check) => check.met) ? 0 : 1;
  return { summary: report, exitCode, table: terminalReport(report) };
}

const analyse = ({ investigator, answerThreshold }: EvalRequest, scores: readonly CaseScore[]) =>
  analyseFailures(scores, investigator, answerThreshold);
