import { type AnalysedFailure, countKinds } from '../analyse-failures.ts';
import { FAILURE_KINDS } from '../failure-kind.ts';
import { percent } from './format.ts';
import { html, type Markup } from './html.ts';
import { failureCard } from './html-failure.ts';

/** Failed turns for a report, and the answer threshold that they were decided by. */
export interface Analysis {
  readonly failures: readonly AnalysedFailure[];
  readonly answerThreshold?: number;
}

/** Every failed turn by kind: how many, what misled it and what would have mended it. */
export function errorsSection({ failures, answerThreshold }: Analysis): Markup {
  const counts = countKinds(failures);
  const firstOfCase = new Set(
    failures.filter(({ case: { id } }, index) => failures.findIndex((each) => each.case.id === id) === index),
  );
  return html`<section id="failures">
<h2>Error analysis</h2>
${failures.length === 0 ? html`<p class="note">Every case passed.</p>` : overview(failures)}
${articleTable(failures)}
${counts.map(({ kind, turns }) => {
  const { title, meaning, remedy } = FAILURE_KINDS[kind];
  return html`<div class="kind" id="kind-${kind}"><h3>${title} <span class="badge">${turns}</span></h3>
<p class="note">${meaning} Mended by: ${remedy}.</p>
${failures
  .filter((failure) => failure.kind === kind)
  .map((failure) => failureCard(failure, answerThreshold, firstOfCase.has(failure)))}</div>
`;
})}
</section>`;
}

function overview(failures: readonly AnalysedFailure[]): Markup {
  const played = failures.some(({ evidence }) => evidence);
  return html`<p class="note">Each failed turn is of one kind, told from what was expected, done and found.${
    played &&
    ' Where it says “played again”, the very engine took the turn once more with that one change. A sample question is tried with the customer’s own words, which is the most that one can do: write it in other words, or the case measures memory from then on.'
  }</p>
<div class="scroll"><table class="kinds">
<thead><tr><th>Kind</th><th class="wide">Share</th><th>Turns</th><th>Wrong</th>${played && html`<th>Mended by a sample question</th><th>by a threshold</th>`}</tr></thead>
<tbody>${countKinds(failures).map(
    ({ kind, turns, share, wrong, mendedByQuestion, mendedByThreshold }) =>
      html`<tr><th><a href="#kind-${kind}">${FAILURE_KINDS[kind].title}</a></th><td><span class="meter"><i style="width:${percent(share)}"></i></span><span class="meter-value">${percent(share)}</span></td><td>${turns}</td><td${wrong > 0 && html` class="bad"`}>${wrong}</td>${played && html`<td>${mendedByQuestion}</td><td>${mendedByThreshold}</td>`}</tr>
`,
  )}</tbody></table></div>`;
}

const ARTICLES_SHOWN = 25;

/** What an editor would open first: the articles by the failures in which they were due or misled. */
function articleTable(failures: readonly AnalysedFailure[]): Markup | false {
  const rows = byArticle(failures);
  if (rows.length === 0) return false;
  return html`<details class="work"><summary><b>By article</b>, for whoever edits the knowledge</summary>
<div class="scroll"><table>
<thead><tr><th>Article</th><th>Due, not given</th><th>Misled</th><th>Mended by a sample question</th></tr></thead>
<tbody>${rows.slice(0, ARTICLES_SHOWN).map(
    ({ article, due, misled, mended }) =>
      html`<tr><th>${article}</th><td>${due}</td><td>${misled}</td><td>${mended}</td></tr>
`,
  )}</tbody></table></div>
${rows.length > ARTICLES_SHOWN && html`<p class="note">and ${rows.length - ARTICLES_SHOWN} more</p>`}</details>`;
}

function byArticle(failures: readonly AnalysedFailure[]) {
  const rows = new Map<string, { article: string; due: number; misled: number; mended: number }>();
  for (const { evidence, fixes, kind } of failures) {
    // The head of what was found misled nobody where something else was at fault.
    const misleads =
      kind === 'outranked' || kind === 'not_found' || kind === 'answered_unknown' || kind === 'answered_vague';
    for (const { article, role } of evidence?.articles ?? []) {
      if (role === 'found' && !misleads) continue;
      const row = rows.get(article) ?? { article, due: 0, misled: 0, mended: 0 };
      const isMended = fixes.some(
        (fix) => fix.kind === 'question_added' && fix.status === 'mends' && fix.article === article,
      );
      rows.set(article, {
        article,
        due: row.due + Number(role === 'expected'),
        misled: row.misled + Number(role === 'found'),
        mended: row.mended + Number(isMended),
      });
    }
  }
  return [...rows.values()].sort((a, b) => b.due + b.misled - (a.due + a.misled) || (a.article < b.article ? -1 : 1));
}
