import { expect, it } from 'vitest';
import type { Handoff } from '../domain/handoff.ts';
import { Newcomers } from './newcomers.ts';

const at = 1_000_000;
const ticket = (conversationId: string, score = 40, queuedAt = at) =>
  ({ id: conversationId, conversationId, score, queuedAt, openedAt: queuedAt }) as Handoff;
const desk = (...waiting: Handoff[]) => ({ at, waiting, claimed: [] });

it('who calls at the same moment stands behind, unless it is more urgent', () => {
  const newcomers = new Newcomers();
  const seen = desk(ticket('old', 40, at - 60_000));
  expect(newcomers.add(ticket('a'), seen)).toBe(2);
  expect(newcomers.add(ticket('b'), seen)).toBe(3);
  expect(newcomers.add(ticket('urgent', 100), seen)).toBe(1);
});

it('a turn that is taken again keeps one place', () => {
  const newcomers = new Newcomers();
  newcomers.add(ticket('a'), desk());
  expect(newcomers.add(ticket('a'), desk())).toBe(1);
  expect(newcomers.add(ticket('b'), desk())).toBe(2);
});

it('who waits already is counted once', () => {
  const newcomers = new Newcomers();
  const seen = desk(ticket('a'));
  expect(newcomers.add(ticket('a', 40, at + 1), seen)).toBe(1);
  expect(newcomers.add(ticket('b', 40, at + 2), seen)).toBe(2);
});

it('what a look has found is counted once, and what is not stored after all no longer', () => {
  const newcomers = new Newcomers();
  newcomers.add(ticket('a'), desk());
  newcomers.add(ticket('lost'), desk());
  newcomers.forget(desk(ticket('a')));
  expect(newcomers.add(ticket('b'), desk(ticket('a')))).toBe(3);
  newcomers.forget({ ...desk(ticket('a'), ticket('b')), at: at + 6000 });
  expect(newcomers.add(ticket('c', 40, at + 6000), desk(ticket('a'), ticket('b')))).toBe(3);
});
