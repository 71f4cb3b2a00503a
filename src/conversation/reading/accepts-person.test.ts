import { expect, it } from 'vitest';
import type { ConversationState } from '../../domain/conversation.ts';
import { DEFAULT_REPLIES } from '../deciding/replies.ts';
import { acceptsPerson } from './accepts-person.ts';

const after = (reply: string) => ({ turns: [{ reply }] }) as unknown as ConversationState;
const { zh, en } = DEFAULT_REPLIES;

it.each([
  ['zh', '那你帮我催一下'],
  ['zh', '催'],
  ['zh', '好的，麻烦催催吧'],
  ['zh', '要'],
  ['zh', '要催的'],
  ['zh', '能不能帮我催下吗'],
  ['zh', '催发货'],
  ['zh', '麻烦了'],
  ['zh', '那怎么办呢'],
  ['zh', '快去核实一下！'],
  ['en', 'yes please'],
  ['en', 'please chase it'],
  ['en', 'ok do that'],
  ['en', 'So what now?'],
  ['en', 'please do'],
  ['en', 'can you check it again'],
  ['en', 'can you look into it for me'],
] as const)('hears in %s that a person shall see to it: %s', (language, text) => {
  const { heldUp, notThere } = DEFAULT_REPLIES[language];
  expect(acceptsPerson(after(`…\n\n${heldUp}`), text, language, DEFAULT_REPLIES[language])).toBe(true);
  expect(acceptsPerson(after(`…\n\n${notThere}`), text, language, DEFAULT_REPLIES[language])).toBe(true);
});

it.each([
  ['zh', '好的'],
  ['zh', '不用了'],
  ['zh', '好的麻烦你了谢谢'],
  ['zh', '我再等等'],
  ['zh', '查一下我另一个订单'],
  ['zh', '催单有用吗'],
  ['en', 'ok'],
  ['en', 'no thanks'],
  ['en', 'what do i do if it is broken'],
  ['en', 'check my other order please'],
] as const)('hears nothing of the kind in %s: %s', (language, text) => {
  expect(
    acceptsPerson(after(`…\n\n${DEFAULT_REPLIES[language].heldUp}`), text, language, DEFAULT_REPLIES[language]),
  ).toBe(false);
});

it('takes up only what was offered', () => {
  expect(acceptsPerson(after('七天内可以退。'), '催一下', 'zh', zh)).toBe(false);
  expect(acceptsPerson({ turns: [] }, 'yes please', 'en', en)).toBe(false);
});

it('reads the longest of messages in no time', () => {
  const started = performance.now();
  for (const word of ['嗯', '那就', '催']) acceptsPerson(after(zh.heldUp), `${word.repeat(2000)}x`, 'zh', zh);
  for (const word of ['please ', 'do it ', 'check ']) acceptsPerson(after(en.heldUp), `${word.repeat(600)}x`, 'en', en);
  acceptsPerson(after(zh.heldUp), `${'嗯'.repeat(55)}x`, 'zh', zh);
  expect(performance.now() - started).toBeLessThan(200);
});
