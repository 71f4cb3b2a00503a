import { describe, expect, it } from 'vitest';
import { asksToAct } from './asked-acts.ts';

describe('asksToAct', () => {
  it.each([
    '那你帮我改成顺丰',
    '帮我把地址改一下吧',
    '麻烦给我取消掉',
    '你替我备注一下行不行',
    '能不能帮忙催催',
    '给我合并到一个包裹里',
    '那帮我加上发票',
    '帮我直接换成蓝色的',
  ])('hears it in %s', (text) => expect(asksToAct(text, 'zh')).toBe(true));

  it.each([
    '怎么帮我妈改地址',
    '可以改地址吗',
    '帮我看看这个颜色',
    '帮朋友买的',
    '换成顺丰多少钱',
    '给我妈买的外套',
    '帮我查下到哪了',
    '给我推荐一款',
  ])('not in %s', (text) => expect(asksToAct(text, 'zh')).toBe(false));

  it.each([
    'can you just change it to dpd then',
    'could someone go and pull it off the shelf',
    'pls cancel it',
    'ok can u do it for me',
    'would you add the belt to my order',
    "can't you just stop it",
    'please switch them round',
    'can somebody hold it till friday',
  ])('hears it in %s', (text) => expect(asksToAct(text, 'en')).toBe(true));

  it.each([
    'how do i change it to dpd',
    'can i cancel it',
    'can you tell me how to change it',
    'do you change addresses after dispatch',
    'where can you update the address',
    'can it be stopped',
    'please send the link',
    'can you do gift wrapping, and how much is it',
    'can you do it in a curly font',
    'could you do that in blue',
  ])('not in %s', (text) => expect(asksToAct(text, 'en')).toBe(false));
});
