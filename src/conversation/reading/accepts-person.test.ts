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

it('reads rows of its own words in no time', () => {
  const started = performance.now();
  const rows = {
    zh: '那 就 嗯 能 能不能 可不可以 好 好的 行 可以 请 麻烦 你 你们 您 快 快点 赶紧 尽快 马上 给我 帮我 帮忙 我要 要 需要 再 去 亲 催 查 一下 的 了 我'.split(
      ' ',
    ),
    en: 'yes ,yeah ,sure ,ok ,okay ,please ,pls ,then ,so ,can you ,do ,do it ,and ,just ,check ,chase it ,what now '.split(
      ',',
    ),
  } as const;
  for (const language of ['zh', 'en'] as const) {
    const lines = DEFAULT_REPLIES[language];
    for (const word of rows[language]) {
      for (const length of [24, 58, 4000]) {
        acceptsPerson(after(lines.heldUp), `${word.repeat(length / word.length)}x`, language, lines);
      }
    }
  }
  expect(performance.now() - started).toBeLessThan(500);
});
