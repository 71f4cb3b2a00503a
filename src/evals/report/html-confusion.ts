import {
  actionConfusion,
  articleConfusion,
  type ConfusedPair,
  intentConfusion,
  intentsInFailures,
} from '../confusion.ts';
import type { TurnScore } from '../score.ts';
import { html, type Markup } from './html.ts';

const PAIRS_SHOWN = 25;

/** Which actions, articles and intents were taken for which. */
export function confusionSection(turns: readonly TurnScore[]): Markup {
  return html`<section id="confusion">
<h2>Confusion</h2>
<h3>Actions</h3>
<p class="note">Rows are the acceptable actions of a turn, columns the action taken. Counts are turns.</p>
${actionTable(turns)}
${pairTable('Articles cited instead', 'Expected', 'Cited first', articleConfusion(turns))}
${pairTable('Intents taken for others', 'Expected', 'Recognised', intentConfusion(turns))}
${failingIntents(turns)}
</section>`;
}

function actionTable(turns: readonly TurnScore[]): Markup {
  const { columns, rows } = actionConfusion(turns);
  return html`<div class="scroll"><table class="matrix">
<thead><tr><th>Expected</th>${columns.map((action) => html`<th>${action}</th>`)}</tr></thead>
<tbody>${rows.map(({ expected, cells }) => {
    const total = cells.reduce((sum, cell) => sum + cell.count, 0);
    return html`<tr><th>${expected}</th>${cells.map(
      ({ count, allowed }) =>
        html`<td class="${count === 0 ? 'none' : allowed ? 'good' : 'bad'}" style="--share:${Math.round(15 + (count / total) * 45)}%">${count === 0 ? '·' : count}</td>`,
    )}</tr>
`;
  })}</tbody></table></div>`;
}

function pairTable(title: string, expected: string, got: string, pairs: readonly ConfusedPair[]): Markup | false {
  if (pairs.length === 0) return false;
  const rest = pairs.length - PAIRS_SHOWN;
  return html`<h3>${title}</h3>
<div class="scroll"><table class="left">
<thead><tr><th>${expected}</th><th>${got}</th><th>Turns</th></tr></thead>
<tbody>${pairs.slice(0, PAIRS_SHOWN).map(
    (pair) => html`<tr><td>${pair.expected}</td><td>${pair.got}</td><td>${pair.count}</td></tr>
`,
  )}</tbody></table></div>
${rest > 0 && html`<p class="note">and ${rest} more pairs</p>`}`;
}

function failingIntents(turns: readonly TurnScore[]): Markup | false {
  const intents = intentsInFailures(turns);
  if (intents.length === 0) return false;
  return html`<h3>Intents recognised in failed turns</h3>
<div class="scroll"><table>
<thead><tr><th>Best intent</th><th>Failed turns</th><th>All turns with it</th></tr></thead>
<tbody>${intents.slice(0, PAIRS_SHOWN).map(
    (one) => html`<tr><th>${one.intent}</th><td>${one.failed}</td><td>${one.turns}</td></tr>
`,
  )}</tbody></table></div>`;
}
