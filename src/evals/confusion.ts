import { ACTIONS, type Action } from '../domain/decision.ts';
import type { TurnScore } from './score.ts';

/** Expected against got, with counts; a cell is fine when the expectation allows what was got. */
export interface ActionConfusion {
  readonly columns: readonly Action[];
  readonly rows: readonly {
    /** The acceptable actions, joined with a slash. */
    readonly expected: string;
    readonly cells: readonly { readonly got: Action; readonly count: number; readonly allowed: boolean }[];
  }[];
}

/** A pair that was confused and how often, most frequent first. */
export interface ConfusedPair {
  readonly expected: string;
  readonly got: string;
  readonly count: number;
}

/** Every turn by the actions it allows and the action taken; only actions that occur. */
export function actionConfusion(turns: readonly TurnScore[]): ActionConfusion {
  const columns = ACTIONS.filter((action) => turns.some((turn) => turn.got.action === action));
  const expected = ACTIONS.flatMap((first) => turns.filter((turn) => turn.expect.action[0] === first).map(label));
  return {
    columns,
    rows: [...new Set(expected)].map((name) => {
      const own = turns.filter((turn) => label(turn) === name);
      const cells = columns.map((got) => ({
        got,
        count: own.filter((turn) => turn.got.action === got).length,
        allowed: own[0].expect.action.includes(got),
      }));
      return { expected: name, cells };
    }),
  };
}

const label = (turn: TurnScore) => turn.expect.action.join(' / ');

/** Answers that cited none of the expected articles: which article took their place. */
export function articleConfusion(turns: readonly TurnScore[]): ConfusedPair[] {
  const misled = turns.filter(
    ({ expect, got }) => expect.article.length > 0 && got.action === 'answer' && !cites(expect.article, got),
  );
  return countPairs(
    misled.map(({ expect, got }) => ({
      expected: expect.article.join(' / '),
      got: got.citations[0]?.article ?? 'none',
    })),
  );
}

const cites = (articles: readonly string[], got: TurnScore['got']) =>
  got.citations.some((citation) => articles.includes(citation.article));

/** Where cases name the intent: the expected one against the best one recognised, when they differ. */
export function intentConfusion(turns: readonly TurnScore[]): ConfusedPair[] {
  const named = turns.flatMap(({ expect, got }) =>
    expect.intent ? [{ expected: expect.intent, got: topIntent(got) }] : [],
  );
  return countPairs(named.filter((pair) => pair.expected !== pair.got));
}

/** The best intent of each turn the engine took: in how many turns it was recognised, and how many of them failed. */
export function intentsInFailures(turns: readonly TurnScore[]): { intent: string; failed: number; turns: number }[] {
  const counts = new Map<string, { intent: string; failed: number; turns: number }>();
  for (const turn of turns.filter(({ got }) => got.action !== 'silent')) {
    const intent = topIntent(turn.got);
    const before = counts.get(intent) ?? { intent, failed: 0, turns: 0 };
    counts.set(intent, { intent, failed: before.failed + Number(!turn.met), turns: before.turns + 1 });
  }
  const failing = [...counts.values()].filter(({ failed }) => failed > 0);
  return failing.sort((a, b) => b.failed - a.failed || compare(a.intent, b.intent));
}

const topIntent = (got: TurnScore['got']) => got.intents[0]?.name ?? 'none';

function countPairs(pairs: readonly { expected: string; got: string }[]): ConfusedPair[] {
  const counts = new Map<string, ConfusedPair>();
  for (const { expected, got } of pairs) {
    const key = JSON.stringify([expected, got]);
    counts.set(key, { expected, got, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort(
    (a, b) => b.count - a.count || compare(a.expected, b.expected) || compare(a.got, b.got),
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
