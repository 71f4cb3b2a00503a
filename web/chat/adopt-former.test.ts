import { expect, it } from 'vitest';
import { DeliveryError } from '../shared/session/delivery-error.ts';
import type { Conversation } from '../shared/session/desk-client.ts';
import { memoryStorage } from '../shared/session/kept-state.ts';
import { adoptFormer } from './adopt-former.ts';

const DAY = 24 * 3_600_000;
const said = (at: number) => ({ status: 'bot', transcript: [{ position: 1, role: 'bot', text: '在', at }] });

/** What becomes of the former conversation `c`, when the server answers so. */
async function adopted(answer: unknown) {
  const storage = memoryStorage();
  storage.setItem('conversation', 'c');
  const goneOnWith: string[] = [];
  const read = async () => {
    if (answer instanceof Error) throw answer;
    return answer as Conversation | undefined;
  };
  const session = { goOnWith: (id: string) => void goneOnWith.push(id) };
  const visit = () => adoptFormer({ client: { read }, storage, session, now: 10 * DAY });
  await visit();
  const isKept = storage.getItem('conversation') !== null;
  await visit();
  return { goneOnWith, isKept };
}

it.each([
  ['goes on, once', said(9 * DAY), { goneOnWith: ['c'], isKept: false }],
  ['is left behind when it was left for days', said(6 * DAY), { goneOnWith: [], isKept: false }],
  ['is left behind when the server does not know it', undefined, { goneOnWith: [], isKept: false }],
  [
    'is asked for again when the server is away',
    new DeliveryError('', { isRetryable: true }),
    { goneOnWith: [], isKept: true },
  ],
])('what an older release was in %s', async (_case, answer, expected) => {
  expect(await adopted(answer)).toEqual(expected);
});
