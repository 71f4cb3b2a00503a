import type { Action, ReasonCode } from '../domain/decision.ts';
import type { TurnResult } from '../domain/turn.ts';
import type { Expectation } from './case-schema.ts';

/** Verdict on one turn. */
export interface TurnVerdict {
  /** Every check passed. */
  readonly met: boolean;
  /** The customer was told something wrong; see `scoreTurn`. */
  readonly wrong: boolean;
  /** One sentence per check that failed. */
  readonly problems: readonly string[];
}

/**
 * Compares what was done with what was expected.
 *
 * Which checks apply depends on what the bot did: an article must be cited by an answer (and by a look-up when no
 * answer is allowed); `contains_any` must stand in an answer or look-up; `not_contains` holds for every reply.
 *
 * A turn is wrong when it is not met and the bot answered or looked up. Small talk claims nothing, so it is wrong
 * only where the customer needed an answer, a look-up or a person, or when its own words broke a check.
 * Clarifying, refusing, escalating and silence are never wrong, only not met.
 */
export function scoreTurn(expect: Expectation, got: TurnResult): TurnVerdict {
  const problems = [
    actionProblem(expect, got.action),
    articleProblem(expect, got),
    emptyProblem(got),
    containsProblem(expect, got),
    ...forbiddenProblems(expect, got.reply),
    reasonProblem(expect, got),
  ].filter((problem) => problem !== undefined);
  const met = problems.length === 0;
  return { met, wrong: !met && ANSWERS.has(got.action), problems };
}

/** What tells the customer something, be it chat. Whoever asks back, admits not to know, or calls a person is never wrong. */
const ANSWERS: ReadonlySet<Action> = new Set(['answer', 'lookup', 'smalltalk']);

function actionProblem(expect: Expectation, action: Action): string | undefined {
  return expect.action.includes(action) ? undefined : `expected ${expect.action.join(' or ')}, got ${action}`;
}

function articleProblem(expect: Expectation, got: TurnResult): string | undefined {
  const mustCite = got.action === 'answer' || (got.action === 'lookup' && !expect.action.includes('answer'));
  if (expect.article.length === 0 || !mustCite) return undefined;
  const cited = got.citations.map((citation) => citation.article);
  if (cited.some((article) => expect.article.includes(article))) return undefined;
  return `expected a citation of ${expect.article.join(' or ')}, got ${cited.join(', ') || 'none'}`;
}

/** An answer that says nothing helps nobody, whatever it cites. */
function emptyProblem({ action, reply }: TurnResult): string | undefined {
  const isEmpty = (action === 'answer' || action === 'lookup') && reply.trim() === '';
  return isEmpty ? 'the reply is empty' : undefined;
}

function containsProblem(expect: Expectation, got: TurnResult): string | undefined {
  const informs = got.action === 'answer' || got.action === 'lookup';
  const informationExpected = expect.action.includes('answer') || expect.action.includes('lookup');
  if (expect.contains_any.length === 0 || (informationExpected && !informs)) return undefined;
  if (expect.contains_any.some((part) => contains(got.reply, part))) return undefined;
  return `the reply lacks ${expect.contains_any.map((part) => `“${part}”`).join(' or ')}`;
}

function forbiddenProblems(expect: Expectation, reply: string): string[] {
  return expect.not_contains.filter((part) => contains(reply, part)).map((part) => `the reply must not say “${part}”`);
}

function reasonProblem(expect: Expectation, got: TurnResult): string | undefined {
  if (got.action !== 'escalate' || !expect.reason || !expect.action.includes('escalate')) return undefined;
  const reason: ReasonCode | undefined = got.handoff?.reason;
  if (reason && expect.reason.includes(reason)) return undefined;
  return `expected the reason ${expect.reason.join(' or ')}, got ${reason ?? 'none'}`;
}

/** Width, case and spacing do not change what a reply says: “3个工作日” contains “3 个工作日”. */
function contains(reply: string, part: string): boolean {
  const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  return plain(reply).includes(plain(part));
}
