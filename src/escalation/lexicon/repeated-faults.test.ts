import { describe, expect, it } from 'vitest';
import { normalizeTyped } from '../../text/normalize-text.ts';
import { reportsRepeatedFault } from './repeated-faults.ts';

const hears = (text: string) => reportsRepeatedFault(normalizeTyped(text), /\p{Script=Han}/u.test(text) ? 'zh' : 'en');

describe('reportsRepeatedFault', () => {
  it.each(
    `this is the third time youve sent me the wrong coffee|wrong bag AGAIN. sort it out|second time my order arrived broken|yet another damaged bag|damaged twice now|you keep sending me the wrong size|late again|my parcel went missing again
又给我发错了|第三次发错了|每次都漏发|换了两次都是坏的|又少发了一件|发错了第二次了
second bag this month with the wrong grind, again!|每次都少发 这是第三回了
第三回了 你们还想不想做生意|这都第三次了|已经第四次了!|都第三次了 能不能上点心|这是第三次了啊|算上这次 第三回了|又没来 第三次了|第五次了 真服了你们
third time now|this is the third time already|thats the fourth time this month. sort it out|third time in a row|it's the third time|so that's the third bloody time now|no driver again, 3rd time this week|third time.
you sent decaf for the third time|you charged me again|老是发错`.split(/[|\n]/),
  )('hears %s', (text) => {
    expect(hears(text)).toBe(true);
  });

  it.each(
    `third time ordering and i love it|can i order again|i put the wrong address again|what if it gets lost again|i don't want it to arrive broken again|entered the wrong code again|i ordered the wrong size again|too late again|never late, will order again
宝宝第三次买你家奶粉了|又便宜又没坏的|会不会又发错|我又拍错了|不好意思又发错了|发错人了|洗了三次会坏吗|下次别又发错
thank you, third time lucky it arrived
第三次买了|第三次洗会掉色吗|第二次发货什么时候|回购第三次了|第三次了 一直很喜欢|第三次了 还买原来那个|第二次了|在你家下单第三次了
third time ordering, love it|love it, third time now|third time now ordering the same tea|is the third time cheaper|washed it for the third time now|my third time here|second time now|when is the third delivery|third time this year he's snapped the bow|每月送 这是第四回了
can you send it again|i love that it never arrives late`.split(/[|\n]/),
  )('leaves %s', (text) => {
    expect(hears(text)).toBe(false);
  });
});
