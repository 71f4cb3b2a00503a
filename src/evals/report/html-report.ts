import type { EvalReport } from '../eval-report.ts';
import type { CaseScore } from '../score.ts';
import { html, type Markup } from './html.ts';
import { baselineSection } from './html-baseline.ts';
import { breakdownSection } from './html-breakdown.ts';
import { confusionSection } from './html-confusion.ts';
import { type Analysis, errorsSection } from './html-errors.ts';
import { STYLE } from './html-style.ts';
import { summarySection } from './html-summary.ts';
import { tradeOffSection } from './html-trade-off.ts';

/**
 * One page that needs nothing but itself: no scripts, fonts, images or links to elsewhere.
 *
 * @param casesPath shown as the subject of the page
 */
export function htmlReport(
  report: EvalReport,
  scores: readonly CaseScore[],
  analysis: Analysis,
  casesPath: string,
): string {
  const turns = scores.flatMap((score) => score.turns);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Conversation eval: ${casesPath}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<p class="overline">Conversation eval</p>
<h1>${casesPath}</h1>
<p class="facts">${verdict(report)}<span>${report.cases} cases</span><span>${report.turns} turns</span><span>split ${report.split}</span></p>
<nav><a href="#summary">Summary</a><a href="#breakdown">Breakdown</a>${report.baseline && html`<a href="#baseline">Changes</a>`}${report.tradeOff && html`<a href="#trade-off">Trade-off</a>`}<a href="#confusion">Confusion</a><a href="#failures">Error analysis</a></nav>
</header>
<main>
${summarySection(report)}
${baselineSection(report)}
${breakdownSection(report)}
${tradeOffSection(report)}
${confusionSection(turns)}
${errorsSection(analysis)}
</main>
</body>
</html>
`;
  return page.text;
}

/** None without limits: nothing was asked of the run. */
function verdict({ thresholds }: EvalReport): Markup | false {
  if (thresholds.length === 0) return false;
  const met = thresholds.every((check) => check.met);
  return html`<span class="verdict ${met ? 'good' : 'bad'}">${met ? 'Thresholds met' : 'Below a threshold'}</span>
`;
}
