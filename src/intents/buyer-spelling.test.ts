import { expect, test } from 'vitest';
import { respell } from './buyer-spelling.ts';

test.each([
  ['优惠卷怎么用', '优惠券怎么用'],
  ['我要退huo', '我要退货'],
  ['神马时候发货', '什么时候发货'],
  ['肿么还木有到', '怎么还没有到'],
  ['发sf吗', '发顺丰吗'],
  ['这个misfit好看', '这个misfit好看'],
  ['请问多久到', '请问多久到'],
  ['sf express please', 'sf express please'],
])('%s', (typed, meant) => expect(respell(typed)).toBe(meant));

test('what is set right stays so', () => {
  const once = respell('木有优惠卷，肿么退huo');
  expect(respell(once)).toBe(once);
});
