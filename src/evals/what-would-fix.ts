import type { TurnResult } from '../domain/turn.ts';
import type { FailureKind } from './failure-kind.ts';
import type { TurnScore } from './score.ts';
import { scoreTurn } from './score-turn.ts';
import type { ThresholdCost } from './threshold-cost.ts';
import type { Change, TurnEvidence } from './turn-evidence.ts';

/** One thing that would have mended a turn, or was tried and would not have. */
export interface Fix {
  /** What to change. */
  readonly change: string;
  /** What came of it, or what it is told from. */
  readonly finding: string;
  /** `mends` and `fails` were played again; `told` is read off the evidence. */
  readonly status: 'mends' | 'fails' | 'told';
  /** The article that would be edited, when one would. */
  readonly article?: string;
  /** Turns that are met today and would not be; only where that was counted. */
  readonly cost?: number;
  readonly kind: Change['kind'] | 'missing_words' | 'intent_example' | 'need_margin' | 'article_words' | 'new_article';
}

/** Says what a change did when the turn was played again with it. Pure. */
export function describeReplay(turn: TurnScore, change: Change, result: TurnResult, cost?: ThresholdCost): Fix {
  const { met, problems } = scoreTurn(turn.expect, result);
  const at = result.answerProbability === undefined ? '' : ` at ${two(result.answerProbability)}`;
  const outcome = met
    ? `played again: right, ${result.action}${at}`
    : `played again: still not right, ${result.action}${at}, ${problems.join('; ')}`;
  return {
    kind: change.kind,
    change: describeChange(turn, change),
    finding: [outcome, ...price(cost)].join('. '),
    status: met ? 'mends' : 'fails',
    article: 'article' in change ? change.article : undefined,
    cost: cost && cost.answered + cost.heldBack,
  };
}

function describeChange({ got }: TurnScore, change: Change): string {
  const [intent] = got.intents;
  switch (change.kind) {
    case 'threshold': {
      const isLower = change.answer <= (got.answerProbability ?? 0);
      return `An answer threshold of ${two(change.answer)} or ${isLower ? 'less' : 'more'}`;
    }
    case 'question_added':
      return `This message as a sample question of ${change.article}`;
    case 'question_removed':
      return `${change.article} without its sample question “${change.question}”`;
    case 'intents_ignored':
      return `The message not read as ${intent ? `${intent.name} (${two(intent.confidence)})` : 'any intent'}`;
    case 'need_set':
      return `The message ${change.probability > 0 ? '' : 'not '}read as ${change.need}`;
  }
}

function price(cost: ThresholdCost | undefined): string[] {
  if (!cost) return [];
  const { answered, heldBack } = cost;
  if (answered === 0 && heldBack === 0) return ['No turn that is met today would change'];
  if (answered > 0) return [`It would also answer ${turns(answered)} rightly held back today`];
  return [`It would also hold back ${turns(heldBack)} rightly answered today`];
}

const turns = (count: number) => (count === 1 ? '1 turn that is' : `${count} turns that are`);

const RETRIEVAL: ReadonlySet<FailureKind> = new Set(['held_back', 'outranked', 'not_found', 'followup_misread']);
const BY_INTENT: ReadonlySet<FailureKind> = new Set([
  'asked_number',
  'lookup_needless',
  'lookup_missed',
  'smalltalk_mistaken',
  'person_missed',
  'person_needless',
]);

/** What the evidence says without playing anything again. Pure. */
export function readFixes(turn: TurnScore, kind: FailureKind, evidence: TurnEvidence): Fix[] {
  return [
    ...(RETRIEVAL.has(kind) ? missingWordFixes(evidence) : []),
    ...(kind === 'answered_unknown' ? unknownFixes(evidence) : []),
    ...(kind === 'wrong_words' ? articleWordFixes(turn, evidence) : []),
    ...(BY_INTENT.has(kind) ? intentFixes(turn, kind, evidence) : []),
    ...(kind === 'person_missed' || kind === 'person_needless' ? needFixes(turn, kind, evidence) : []),
  ];
}

function missingWordFixes({ articles }: TurnEvidence): Fix[] {
  return articles
    .filter(({ role, missing, title }) => role === 'expected' && title !== undefined && missing.length > 0)
    .map(({ article, missing }) => {
      const nowhere = missing.filter(({ anywhere }) => !anywhere).map(({ word }) => word);
      const none = nowhere.length > 0 ? `; no article at all holds ${quoted(nowhere)}` : '';
      return {
        kind: 'missing_words',
        change: `${quoted(missing.map(({ word }) => word))} in ${article}, where they matter`,
        finding: `these words of the message stand nowhere in it${none}`,
        status: 'told',
        article,
      };
    });
}

function unknownFixes({ articles }: TurnEvidence): Fix[] {
  const found = articles.find(({ role }) => role === 'found');
  if (!found) return [];
  const words = found.missing.map(({ word }) => word);
  return [
    {
      kind: 'new_article',
      change: 'An article, or a sentence in this one, that says what holds here, even if it is “we do not”',
      finding:
        words.length > 0
          ? `${found.article} was shown, and holds nothing of ${quoted(words)}`
          : `${found.article} was shown, and holds every word of the message: only its meaning differs`,
      status: 'told',
      article: found.article,
    },
  ];
}

/** Whether the words that a reply had to hold stand in an article that it could have shown. */
function articleWordFixes({ expect, got }: TurnScore, { articles }: TurnEvidence): Fix[] {
  const cited = articles.filter(({ article }) => got.citations.some((citation) => citation.article === article));
  const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  const lacks = !expect.contains_any.some((part) => plain(got.reply).includes(plain(part)));
  const due = lacks ? expect.contains_any : [];
  const forbidden = expect.not_contains.filter((part) => plain(got.reply).includes(plain(part)));
  return cited.flatMap(({ article, text }): Fix[] => [
    ...due.map((part): Fix => {
      const stands = plain(text).includes(plain(part));
      return {
        kind: 'article_words',
        change: stands ? `“${part}” nearer to what is asked in ${article}` : `“${part}” in ${article}`,
        finding: stands ? 'it stands in a part that was not shown' : 'it stands nowhere in the article that was shown',
        status: 'told',
        article,
      };
    }),
    ...forbidden
      .filter((part) => plain(text).includes(plain(part)))
      .map(
        (part): Fix => ({
          kind: 'article_words',
          change: `${article} without “${part}”, or with it in a section of its own`,
          finding: 'the reply is the article’s own text',
          status: 'told',
          article,
        }),
      ),
  ]);
}

/** The nearest intent that would have led to what was expected; for an answer, one of which the right article speaks. */
function intentFixes({ expect, got }: TurnScore, kind: FailureKind, { examples, articles }: TurnEvidence): Fix[] {
  const due = articles.flatMap(({ role, speaksOf }) => (role === 'expected' ? speaksOf : []));
  const leads = ({ intent, route, reason }: TurnEvidence['examples'][number]) => {
    if (expect.intent) return intent === expect.intent;
    if (kind === 'person_missed')
      return route === 'escalate' && (expect.reason === undefined || expect.reason.some((one) => one === reason));
    if (route === 'answer') return due.includes(intent);
    return expect.action.some((action) => action === route);
  };
  const taken = examples.find(({ intent }) => intent === got.intents[0]?.name);
  // Where the words themselves called a person, no intent is to blame.
  if (kind === 'person_needless' && taken?.route !== 'escalate') return [];
  const right = examples.find(leads);
  const name = right?.intent ?? expect.intent;
  if (!name || got.intents[0]?.name === name) return [];
  const [nearest] = examples;
  const beside = nearest && nearest !== right ? `; nearest of all is ${exampleText(nearest)}` : '';
  return [
    {
      kind: 'intent_example',
      change: `An example like this message for ${right?.route === 'smalltalk' && !expect.intent ? 'an intent of small talk' : `the intent ${name}`}`,
      finding: right ? `its nearest example is ${exampleText(right)}${beside}` : `it has no example near this${beside}`,
      status: 'told',
    },
  ];
}

const exampleText = ({ intent, text, similarity }: TurnEvidence['examples'][number]) =>
  `“${text}” of ${intent} (${two(similarity)})`;

function needFixes({ expect, got }: TurnScore, kind: FailureKind, { needs }: TurnEvidence): Fix[] {
  const reasons: readonly (string | undefined)[] =
    kind === 'person_missed' ? (expect.reason ?? []) : [got.handoff?.reason];
  return needs
    .filter(({ need }) => reasons.includes(need))
    .map(({ need, probability, believedFrom, words }) => {
      const spoke = words.map(({ word, without }) => `“${word}” (${two(without)} without it)`).join(', ');
      return {
        kind: 'need_margin',
        change: `${need} read from these words with ${two(probability)}, believed from ${two(believedFrom)}`,
        finding: spoke === '' ? 'no single word decides it' : `what spoke for it: ${spoke}`,
        status: 'told',
      };
    });
}

const quoted = (words: readonly string[]) => words.map((word) => `“${word}”`).join(', ');
const two = (value: number) => value.toFixed(2);
