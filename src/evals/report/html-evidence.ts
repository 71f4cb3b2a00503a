import { lettersOf } from '../../text/letters.ts';
import type { AnalysedFailure } from '../analyse-failures.ts';
import type { FailureKind } from '../failure-kind.ts';
import type { TurnScore } from '../score.ts';
import type { ArticleEvidence, NearExample, TurnEvidence } from '../turn-evidence.ts';
import { html, type Markup } from './html.ts';

const SHOWN = 5;

/** Kinds in which people, not articles, were at issue. */
const ABOUT_PEOPLE: ReadonlySet<FailureKind> = new Set(['person_missed', 'person_needless', 'wrong_reason']);

/** What was considered in a failed turn and what lay near the message. */
export function evidenceBlocks({ turn, evidence, kind }: AnalysedFailure): Markup {
  return html`<div class="columns">
${ABOUT_PEOPLE.has(kind) && evidence && needs(turn, evidence)}
${candidates(turn)}
${evidence ? examples(evidence.examples, turn) : intents(turn)}
</div>
${evidence && evidence.readings.length > 1 && readings(evidence)}
${evidence && !ABOUT_PEOPLE.has(kind) && evidence.articles.length > 0 && neighbours(evidence, turn)}`;
}

function candidates({ got, expect }: TurnScore): Markup | false {
  if (got.candidates.length === 0) return false;
  // An expected article that ranked low is the most telling row, so it is shown wherever it stands.
  const shown = got.candidates
    .map((one, index) => ({ ...one, rank: index + 1, expected: expect.article.includes(one.article) }))
    .filter((one) => one.rank <= SHOWN || one.expected);
  return scoreTable(
    'Articles considered',
    shown.map((one) => ({ name: `${one.rank}. ${one.article}`, score: one.score, expected: one.expected })),
  );
}

function intents({ got, expect }: TurnScore): Markup {
  const shown = got.intents.slice(0, SHOWN);
  const rows = shown.map((one) => ({ name: one.name, score: one.confidence, expected: one.name === expect.intent }));
  const anger = { name: `anger (${got.sentiment.label})`, score: got.sentiment.score, expected: false };
  return scoreTable('Intents and tone', [...rows, anger]);
}

function examples(near: readonly NearExample[], { got, expect }: TurnScore): Markup | false {
  if (near.length === 0) return false;
  const confidence = new Map(got.intents.map((one) => [one.name, one.confidence.toFixed(2)]));
  return html`<div class="near"><h4>Nearest intent examples</h4><ul>${near.map(
    ({ intent, text, similarity, route }) =>
      html`<li${intent === expect.intent && html` class="expected"`}><span class="similarity">${similarity.toFixed(2)}</span><span><span dir="auto">${text}</span><br><span class="kind-of">${intent}, ${route}${confidence.has(intent) && `, read with ${confidence.get(intent)}`}</span></span></li>`,
  )}</ul></div>`;
}

function needs({ got }: TurnScore, { needs: all, signals }: TurnEvidence): Markup {
  const rows = all.map(({ need, probability, believedFrom }) => ({
    name: `${need}, believed from ${believedFrom.toFixed(2)}`,
    score: probability,
    expected: false,
  }));
  return html`<div>${scoreTable('Needs read from the message', rows)}
<p class="note">Tone ${got.sentiment.label} (anger ${got.sentiment.score.toFixed(2)}). ${signals.length > 0 ? `Heard by rules: ${signals.join(', ')}.` : 'Rules heard nothing.'}</p></div>`;
}

function readings({ readings: all }: TurnEvidence): Markup {
  return html`<div class="near"><h4>Read in the conversation as</h4><ul>${all.map(
    ({ text, probability, article }) =>
      html`<li><span class="similarity">${probability.toFixed(2)}</span><span><span dir="auto">${text}</span><br><span class="kind-of">${article ?? 'nothing found'}</span></span></li>`,
  )}</ul></div>`;
}

function neighbours({ articles, readAs }: TurnEvidence, turn: TurnScore): Markup {
  const isOwn = bare(readAs) === bare(turn.texts.join(''));
  return html`<h4>Nearest in the articles${!isOwn && html` to “<span dir="auto">${readAs}</span>”`}</h4>
<div class="columns">${articles.map(nearArticle)}</div>`;
}

/** Case, width and punctuation aside, to tell whether a message was read otherwise than it was written. */
const bare = (text: string) => lettersOf(text.normalize('NFKC').toLowerCase());

function nearArticle({ article, role, title, nearest, missing }: ArticleEvidence): Markup {
  return html`<div class="near ${role}"><p><span class="tag ${role === 'expected' && 'good'}">${role}</span><b>${article}</b><br><span dir="auto">${title ?? 'no such article in the knowledge'}</span></p>
<ul>${nearest.map(
    ({ kind, text, similarity }) =>
      html`<li><span class="similarity">${similarity.toFixed(2)}</span><span><span dir="auto">${text}</span> <span class="kind-of">${kind}</span></span></li>`,
  )}</ul>
${missing.length > 0 && html`<p class="note">Of the message, it lacks: ${missing.map(({ word }) => word).join(', ')}</p>`}</div>`;
}

function scoreTable(title: string, rows: readonly { name: string; score: number; expected: boolean }[]): Markup {
  return html`<table class="scores"><caption>${title}</caption><tbody>${rows.map(
    (
      row,
    ) => html`<tr${row.expected && html` class="expected"`}><th>${row.name}${row.expected && ' (expected)'}</th><td><span class="meter"><i style="width:${(Math.min(1, Math.max(0, row.score)) * 100).toFixed(1)}%"></i></span><span class="meter-value">${row.score.toFixed(3)}</span></td></tr>
`,
  )}</tbody></table>`;
}
