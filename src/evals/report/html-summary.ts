import type { EvalReport } from '../eval-report.ts';
import type { RateName } from '../summarise.ts';
import type { ThresholdCheck } from '../thresholds.ts';
import { interval, milliseconds, percent, RATE_ORDER, RATE_TITLES } from './format.ts';
import { html, type Markup } from './html.ts';

/** Every rate as a card with its interval and limit, and the latency. */
export function summarySection(report: EvalReport): Markup {
  const { p50, p95, p99 } = report.latencyMs;
  return html`<section id="summary">
<h2>Summary</h2>
<div class="cards">${RATE_ORDER.map((name) => card(report, name))}
<div class="card">
<h3>Latency of a turn</h3>
<p class="figure">${milliseconds(p50)}</p>
<p class="note">median; 95% within ${milliseconds(p95)}, 99% within ${milliseconds(p99)}</p>
</div></div>
<p class="note">Bands are 95% Wilson intervals${report.thresholds.length > 0 && '; the upright line is the limit'}.</p>
</section>`;
}

function card(report: EvalReport, name: RateName): Markup {
  const { value, ci95, hits, of } = report.rates[name];
  const check = report.thresholds.find((one) => one.rate === name);
  const state = check === undefined ? '' : check.met ? 'good' : 'bad';
  return html`<div class="card ${state}">
<h3>${RATE_TITLES[name].title}</h3>
<p class="figure">${percent(value)} ${check && limitBadge(check)}</p>
${value !== null && ci95 !== null && intervalBar(value, ci95, check)}
<p class="note">${hits} of ${of} ${RATE_TITLES[name].of}${ci95 !== null && html`<br>95%: ${interval(ci95)}`}</p>
</div>
`;
}

function limitBadge(check: ThresholdCheck): Markup {
  const sign = check.name.startsWith('min') ? '≥' : '≤';
  return html`<span class="badge ${check.met ? 'good' : 'bad'}">${check.met ? '✓' : '✗'} ${sign} ${percent(check.limit)}</span>`;
}

/** Rates that should be near zero are drawn on a scale that shows them. */
function intervalBar(value: number, ci95: readonly [number, number], check: ThresholdCheck | undefined): Markup {
  const isSmall = check?.name.startsWith('max') === true;
  const end = isSmall ? Math.min(1, Math.max(ci95[1], check.limit * 2) * 1.1) : 1;
  const at = (share: number) => `${((share / end) * 100).toFixed(2)}%`;
  return html`<div class="bar" role="img" aria-label="${percent(value)}, 95% interval ${interval(ci95)}">
<i class="band" style="left:${at(ci95[0])};width:${at(ci95[1] - ci95[0])}"></i>
<i class="point" style="left:${at(value)}"></i>
${check && html`<i class="limit" style="left:${at(check.limit)}"></i>`}</div>`;
}
