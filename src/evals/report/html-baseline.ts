import type { EvalReport } from '../eval-report.ts';
import { percent, points, RATE_TITLES } from './format.ts';
import { html, type Markup } from './html.ts';

/** What changed since the baseline; nothing without one. */
export function baselineSection({ baseline }: EvalReport): Markup | false {
  if (!baseline) return false;
  const { passed, autoResolved, wrong } = baseline.tests;
  return html`<section id="baseline">
<h2>Changes since the baseline</h2>
<div class="scroll"><table>
<thead><tr><th>Rate</th><th>Before</th><th>Now</th><th>Difference</th></tr></thead>
<tbody>${baseline.rates.map(
    (
      one,
    ) => html`<tr><th>${RATE_TITLES[one.name].title}</th><td>${percent(one.before)}</td><td>${percent(one.after)}</td><td>${points(one.difference)}</td></tr>
`,
  )}</tbody></table></div>
<div class="scroll"><table>
<thead><tr><th>Case by case</th><th>Before only</th><th>Now only</th><th>McNemar p</th></tr></thead>
<tbody>
${testRow('Passed', passed)}
${testRow('Auto-resolved', autoResolved)}
${testRow('With a wrong answer', wrong)}
</tbody></table></div>
<p class="note">McNemar’s exact test over the ${baseline.inBoth} cases that both runs have: a p below 0.05 is unlikely to be chance.
${baseline.added.length > 0 && `Cases only in this run: ${baseline.added.length}. `}${baseline.removed.length > 0 && `Cases only in the baseline: ${baseline.removed.length}.`}</p>
<div class="columns">
${idList('Newly failing', 'bad', baseline.newlyFailing)}
${idList('Newly passing', 'good', baseline.newlyPassing)}
</div>
</section>`;
}

function idList(title: string, tone: 'good' | 'bad', ids: readonly string[]): Markup {
  return html`<div><h3>${title} <span class="badge ${ids.length > 0 && tone}">${ids.length}</span></h3>
${ids.length === 0 ? html`<p class="note">none</p>` : html`<ul class="ids">${ids.map((id) => html`<li>${link(id, tone)}</li>`)}</ul>`}</div>`;
}

const link = (id: string, tone: 'good' | 'bad') =>
  tone === 'bad' ? html`<a href="#case-${encodeURIComponent(id)}">${id}</a>` : id;

function testRow(title: string, test: { lost: number; gained: number; pValue: number }): Markup {
  const value = test.pValue < 0.001 ? '< 0.001' : test.pValue.toFixed(3);
  return html`<tr><th>${title}</th><td>${test.lost}</td><td>${test.gained}</td><td>${value}</td></tr>`;
}
