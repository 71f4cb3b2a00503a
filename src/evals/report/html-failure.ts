import type { AnalysedFailure } from '../analyse-failures.ts';
import type { Expectation } from '../case-schema.ts';
import type { TurnScore } from '../score.ts';
import type { Fix } from '../what-would-fix.ts';
import { html, type Markup } from './html.ts';
import { evidenceBlocks } from './html-evidence.ts';

/**
 * One failed turn: the conversation so far, what was due and what was done, what misled it and what would have mended it.
 *
 * @param isFirst of its case, which other sections link to
 */
export function failureCard(failure: AnalysedFailure, threshold: number | undefined, isFirst: boolean): Markup {
  const { id, kind, lang, file, line } = failure.case;
  const { turn, before, fixes } = failure;
  const mending = fixes.find(({ status }) => status === 'mends');
  const turnOf = failure.case.turns.length > 1 && html`<span class="tag">turn ${turn.turn}</span>`;
  return html`<details class="case ${turn.wrong && 'wrong'}" id="case-${id}${!isFirst && `-${turn.turn}`}">
<summary><span class="id">${id}</span><span class="tag">${kind}</span><span class="tag">${lang}</span>${turnOf}
<span class="said" dir="auto">${turn.texts.join(' ⏎ ')}</span><span class="why">${turn.problems.join('; ')}</span>
${mending && html`<span class="why ${!mending.cost && 'ok'}">✓ ${mending.change}${mending.cost ? `, at the cost of ${mending.cost} that ${mending.cost === 1 ? 'is' : 'are'} right today` : ''}</span>`}</summary>
<div class="turn">${before.map(exchange)}${before.length > 0 && html`<p class="now">The turn that failed</p>`}${exchange(turn)}</div>
<div class="explain">
<dl class="verdicts"><div><dt>Expected</dt><dd>${expected(turn.expect)}</dd></div><div><dt>Done</dt><dd>${done(turn)}</dd></div></dl>
${probability(turn, threshold)}
${evidenceBlocks(failure)}
${fixList(fixes)}
</div>
<p class="note">${file}:${line}</p>
</details>
`;
}

function exchange({ texts, got }: TurnScore): Markup {
  return html`${texts.map((text) => html`<p class="bubble customer" dir="auto">${text}</p>`)}
<p class="bubble bot" dir="auto">${got.reply === '' ? html`<em>(nothing said)</em>` : got.reply}</p>`;
}

function expected({ action, article, contains_any, not_contains, reason, intent }: Expectation): Markup {
  const words = (parts: readonly string[]) => parts.map((part) => `“${part}”`).join(' or ');
  return html`${tags(action)}${reason && tags(reason)}${tags(article, 'cited')}${
    contains_any.length > 0 && html`<br>says ${words(contains_any)}`
  }${not_contains.length > 0 && html`<br>does not say ${words(not_contains)}`}${intent && html`<br>intent ${intent}`}`;
}

function done({ got }: TurnScore): Markup {
  const [intent] = got.intents;
  return html`${tags([got.action])}${got.handoff && tags([got.handoff.reason])}${tags(
    got.citations.map(({ article }) => article),
    'cited',
  )}<br>${intent ? `read as ${intent.name} (${intent.confidence.toFixed(2)})` : 'read as no intent it knows'}`;
}

const tags = (names: readonly string[], tone = '') =>
  names.map((name) => html`<span class="tag ${tone}">${name}</span>`);

/** How likely the answer was, and where the line is. */
function probability({ got }: TurnScore, threshold: number | undefined): Markup | false {
  const { answerProbability: value } = got;
  if (value === undefined) return false;
  const at = (share: number) => `${(Math.min(1, Math.max(0, share)) * 100).toFixed(1)}%`;
  return html`<p class="likely">The knowledge answers it with probability <b>${value.toFixed(3)}</b>${threshold !== undefined && html`; answers are given from <b>${threshold.toFixed(2)}</b>`}</p>
<div class="bar"><i class="band" style="left:0;width:${at(value)}"></i>${threshold !== undefined && html`<i class="limit" style="left:${at(threshold)}"></i>`}</div>`;
}

const SIGNS: Readonly<Record<Fix['status'], string>> = { mends: '✓', told: '→', fails: '✗' };

function fixList(fixes: readonly Fix[]): Markup | false {
  if (fixes.length === 0) return false;
  return html`<h4>What would have mended it</h4><ul class="fixes">${fixes.map(
    ({ status, change, finding }) =>
      html`<li class="${status}"><span class="sign">${SIGNS[status]}</span><span><b dir="auto">${change}</b><br>${finding}</span></li>`,
  )}</ul>`;
}
