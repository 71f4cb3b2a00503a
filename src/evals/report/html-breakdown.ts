import type { EvalReport } from '../eval-report.ts';
import type { GroupSummary } from '../summarise.ts';
import { percent } from './format.ts';
import { html, type Markup } from './html.ts';

/** Results by kind of case, by language and by reason to escalate. */
export function breakdownSection(report: EvalReport): Markup {
  return html`<section id="breakdown">
<h2>Breakdown</h2>
${groupTable('Kind', report.byKind)}
${groupTable('Language', report.byLanguage)}
${reasonTable(report)}
</section>`;
}

function groupTable(title: string, groups: Readonly<Record<string, GroupSummary>>): Markup {
  return html`<div class="scroll"><table>
<thead><tr><th>${title}</th><th class="wide">Passed</th><th>Cases</th><th>Auto-resolved</th><th>With a wrong answer</th></tr></thead>
<tbody>${Object.entries(groups).map(
    ([name, group]) => html`<tr><th>${name}</th><td>${meter(group.passed, group.cases)}</td><td>${group.cases}</td>
<td>${group.resolvable === 0 ? '–' : `${group.autoResolved} / ${group.resolvable}`}</td>
<td${group.wrong > 0 && html` class="bad"`}>${group.wrong}</td></tr>
`,
  )}</tbody></table></div>`;
}

function reasonTable(report: EvalReport): Markup | false {
  const reasons = Object.entries(report.byReason);
  if (reasons.length === 0) return false;
  return html`<div class="scroll"><table>
<thead><tr><th>Reason to escalate</th><th class="wide">Escalated</th><th>Turns</th><th>With the right reason</th></tr></thead>
<tbody>${reasons.map(
    ([
      name,
      one,
    ]) => html`<tr><th>${name}</th><td>${meter(one.escalated, one.expected)}</td><td>${one.expected}</td><td>${one.rightReason}</td></tr>
`,
  )}</tbody></table></div>`;
}

function meter(hits: number, of: number): Markup {
  const share = percent(hits / of);
  return html`<span class="meter"><i style="width:${share}"></i></span><span class="meter-value">${share}</span>`;
}
