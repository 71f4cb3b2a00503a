import type { CaseScore, TurnScore } from '../score.ts';
import { html, type Markup } from './html.ts';

const SHOWN_BESIDES = 5;

/** Every failed case with its transcript and what misled the front desk; wrong answers first. */
export function failuresSection(scores: readonly CaseScore[]): Markup {
  const failed = scores.filter((score) => !score.passed);
  const wrong = failed.filter(isWrong);
  const unmet = failed.filter((score) => !isWrong(score));
  return html`<section id="failures">
<h2>Failures</h2>
${failed.length === 0 && html`<p class="note">Every case passed.</p>`}
${group('With a wrong answer', wrong)}
${group('Not met otherwise', unmet)}
</section>`;
}

const isWrong = (score: CaseScore) => score.turns.some((turn) => turn.wrong);

function group(title: string, scores: readonly CaseScore[]): Markup | false {
  if (scores.length === 0) return false;
  return html`<h3>${title} <span class="badge">${scores.length}</span></h3>
${scores.map(failedCase)}`;
}

function failedCase(score: CaseScore): Markup {
  const { id, kind, lang, file, line } = score.case;
  const first = score.turns.find((turn) => !turn.met);
  return html`<details class="case ${isWrong(score) && 'wrong'}" id="case-${id}">
<summary><span class="id">${id}</span><span class="tag">${kind}</span><span class="tag">${lang}</span>
<span class="said" dir="auto">${first?.texts.join(' ⏎ ')}</span><span class="why">${first?.problems.join('; ')}</span></summary>
${score.turns.map(turnBlock)}
<p class="note">${file}:${line}</p>
</details>
`;
}

function turnBlock(turn: TurnScore): Markup {
  const { got } = turn;
  return html`<div class="turn">
${turn.texts.map((text) => html`<p class="bubble customer" dir="auto">${text}</p>`)}
<p class="bubble bot" dir="auto">${got.reply === '' ? html`<em>(nothing said)</em>` : got.reply}</p>
<p class="did"><span class="tag">${got.action}</span>${got.handoff && html`<span class="tag">${got.handoff.reason}</span>`}
${got.citations.map((citation) => html`<span class="tag cited">${citation.article}</span>`)}${turn.met && html`<span class="ok">✓ as expected</span>`}</p>
${!turn.met && explanation(turn)}
</div>`;
}

function explanation(turn: TurnScore): Markup {
  return html`<div class="explain"><ul>${turn.problems.map((problem) => html`<li>${problem}</li>`)}</ul>
<div class="columns">${candidates(turn)}${intents(turn)}</div></div>`;
}

function candidates({ got, expect }: TurnScore): Markup | false {
  if (got.candidates.length === 0) return false;
  // An expected article that ranked low is the most telling row, so it is shown wherever it stands.
  const shown = got.candidates
    .map((one, index) => ({ ...one, rank: index + 1, expected: expect.article.includes(one.article) }))
    .filter((one) => one.rank <= SHOWN_BESIDES || one.expected);
  return scoreTable(
    'Articles considered',
    shown.map((one) => ({ name: `${one.rank}. ${one.article}`, score: one.score, expected: one.expected })),
  );
}

function intents({ got, expect }: TurnScore): Markup {
  const shown = got.intents.slice(0, SHOWN_BESIDES);
  const rows = shown.map((one) => ({ name: one.name, score: one.confidence, expected: one.name === expect.intent }));
  const anger = { name: `anger (${got.sentiment.label})`, score: got.sentiment.score, expected: false };
  return scoreTable('Intents and tone', [...rows, anger]);
}

function scoreTable(title: string, rows: readonly { name: string; score: number; expected: boolean }[]): Markup {
  return html`<table class="scores"><caption>${title}</caption><tbody>${rows.map(
    (
      row,
    ) => html`<tr${row.expected && html` class="expected"`}><th>${row.name}${row.expected && ' (expected)'}</th><td><span class="meter"><i style="width:${(Math.min(1, Math.max(0, row.score)) * 100).toFixed(1)}%"></i></span><span class="meter-value">${row.score.toFixed(3)}</span></td></tr>
`,
  )}</tbody></table>`;
}
