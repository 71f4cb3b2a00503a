import { expect, it } from 'vitest';
import { BRIEF_WORDS } from '../../../src/escalation/brief-words.ts';
import { moodOf } from './mood-of.ts';

it('reads back every mood that a brief is written with', () => {
  for (const { mood } of Object.values(BRIEF_WORDS)) {
    for (const [label, words] of Object.entries(mood)) expect(moodOf(`${words}, 着急`)).toBe(label);
  }
  expect(moodOf('')).toBeUndefined();
});
