import type { EvalReport } from '../eval-report.ts';
import type { TradeOffPoint } from '../trade-off.ts';
import { percent } from './format.ts';
import { html, type Markup } from './html.ts';

const WIDTH = 420;
const HEIGHT = 290;
const PLOT = { left: 46, right: 14, top: 14, bottom: 40 };

type Drawn = TradeOffPoint & { readonly x: number; readonly y: number };

/** Auto-resolution against wrong answers as the answer threshold moves; nothing when it was not measured. */
export function tradeOffSection(report: EvalReport): Markup | false {
  if (!report.tradeOff || report.tradeOff.length === 0) return false;
  return html`<section id="trade-off">
<h2>Trade-off</h2>
<p class="note">Each point is the same run at another answer threshold: further left is safer, further up resolves more.</p>
<figure>${curve(report, report.tradeOff)}</figure>
<details><summary>The points as a table</summary><div class="scroll"><table>
<thead><tr><th>Answer threshold</th><th>Auto-resolved, of resolvable</th><th>Auto-resolved, of all</th><th>Wrong answers</th></tr></thead>
<tbody>${report.tradeOff.map(
    (
      point,
    ) => html`<tr${point.chosen && html` class="chosen"`}><th>${point.threshold.toFixed(2)}${point.chosen && ' (in use)'}</th><td>${percent(point.ofResolvable)}</td><td>${percent(point.autoResolutionRate)}</td><td>${percent(point.wrongAnswerRate)}</td></tr>
`,
  )}</tbody></table></div></details>
</section>`;
}

function curve(report: EvalReport, tradeOff: readonly TradeOffPoint[]): Markup {
  const maxWrong = report.thresholds.find((check) => check.rate === 'wrongAnswers')?.limit;
  const minResolved = report.thresholds.find((check) => check.rate === 'ofResolvable')?.limit;
  const end = niceEnd(Math.max(...tradeOff.map((point) => point.wrongAnswerRate ?? 0), (maxWrong ?? 0) * 1.5));
  const x = (share: number) => PLOT.left + (share / end) * (WIDTH - PLOT.left - PLOT.right);
  const y = (share: number) => HEIGHT - PLOT.bottom - share * (HEIGHT - PLOT.top - PLOT.bottom);
  const drawn = tradeOff.map((point) => ({
    ...point,
    x: x(point.wrongAnswerRate ?? 0),
    y: y(point.ofResolvable ?? 0),
  }));
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Auto-resolution against wrong answers">
${maxWrong !== undefined && minResolved !== undefined && html`<rect class="region" x="${x(0)}" y="${y(1)}" width="${fixed(x(maxWrong) - x(0))}" height="${fixed(y(minResolved) - y(1))}"/>`}
${axes(x, y, end)}
${maxWrong !== undefined && html`<line class="limit" x1="${fixed(x(maxWrong))}" x2="${fixed(x(maxWrong))}" y1="${y(0)}" y2="${y(1)}"/>`}
${minResolved !== undefined && html`<line class="limit" x1="${x(0)}" x2="${fixed(x(end))}" y1="${fixed(y(minResolved))}" y2="${fixed(y(minResolved))}"/>`}
<polyline class="curve" points="${drawn.map((point) => `${fixed(point.x)},${fixed(point.y)}`).join(' ')}"/>
${drawn.map(dot)}
${labelled(drawn).map(pointLabel)}
</svg>
<figcaption>Numbers at the points are thresholds; the ring is the one in use; the tinted corner keeps both limits.</figcaption>`;
}

function axes(x: (share: number) => number, y: (share: number) => number, end: number): Markup {
  return html`${[0, 0.25, 0.5, 0.75, 1].map(
    (share) =>
      html`<line class="grid" x1="${x(0)}" x2="${fixed(x(end))}" y1="${fixed(y(share))}" y2="${fixed(y(share))}"/><text class="tick" text-anchor="end" x="${x(0) - 6}" y="${fixed(y(share) + 4)}">${share * 100}%</text>`,
  )}${[0, 0.25, 0.5, 0.75, 1].map(
    (part) =>
      html`<text class="tick" text-anchor="middle" x="${fixed(x(part * end))}" y="${HEIGHT - PLOT.bottom + 16}">${Number((part * end * 100).toFixed(1))}%</text>`,
  )}<text class="tick" text-anchor="middle" x="${fixed(x(end / 2))}" y="${HEIGHT - 6}">wrong answers, of turns</text>
<text class="tick" text-anchor="middle" transform="translate(11 ${fixed(y(0.5))}) rotate(-90)">auto-resolved, of resolvable</text>`;
}

const dot = (point: Drawn) =>
  html`<circle class="${point.chosen ? 'chosen' : 'dot'}" cx="${fixed(point.x)}" cy="${fixed(point.y)}" r="${point.chosen ? 7 : 3}"/>`;

function pointLabel(point: Drawn): Markup {
  const isLate = point.x > WIDTH - 80;
  return html`<text class="${point.chosen ? 'label chosen' : 'label'}" text-anchor="${isLate ? 'end' : 'start'}" x="${fixed(point.x + (isLate ? -10 : 10))}" y="${fixed(point.y + 14)}">${point.threshold.toFixed(2)}</text>`;
}

/** Labels that would lie on one another say nothing: the one in use is kept first, then from the left. */
function labelled(drawn: readonly Drawn[]): Drawn[] {
  const kept: Drawn[] = [];
  for (const point of [...drawn].sort((a, b) => Number(b.chosen) - Number(a.chosen))) {
    const isFree = kept.every((other) => Math.abs(other.x - point.x) > 34 || Math.abs(other.y - point.y) > 14);
    if (isFree) kept.push(point);
  }
  return kept;
}

/** The next round share above, so that the axis has readable ticks. */
function niceEnd(share: number): number {
  return [0.02, 0.04, 0.06, 0.08, 0.12, 0.16, 0.2, 0.24, 0.32, 0.4, 0.6, 0.8, 1].find((end) => end >= share) ?? 1;
}

const fixed = (value: number) => Number(value.toFixed(1));
