import { describe, expect, it } from 'vitest';
import { normalizeTyped } from '../../text/normalize-text.ts';
import { reportsRepeatedFault } from './repeated-faults.ts';

const hears = (text: string) => reportsRepeatedFault(normalizeTyped(text), /\p{Script=Han}/u.test(text) ? 'zh' : 'en');

describe('reportsRepeatedFault', () => {
  it.each(
    `this is the third time youve sent me the wrong coffee|wrong bag AGAIN. sort it out|second time my order arrived broken|yet another damaged bag|damaged twice now|you keep sending me the wrong size|late again|my parcel went missing again
又给我发错了|第三次发错了|每次都漏发|换了两次都是坏的|又少发了一件|发错了第二次了
second bag this month with the wrong grind, again!|每次都少发 这是第三回了
you sent decaf for the third time|you charged me again|老是发错`.split(/[|\n]/),
  )('hears %s', (text) => {
    expect(hears(text)).toBe(true);
  });

  it.each(
    `third time ordering and i love it|can i order again|i put the wrong address again|what if it gets lost again|i don't want it to arrive broken again|entered the wrong code again|i ordered the wrong size again|too late again|never late, will order again
宝宝第三次买你家奶粉了|又便宜又没坏的|会不会又发错|我又拍错了|不好意思又发错了|发错人了|洗了三次会坏吗|下次别又发错
thank you, third time lucky it arrived
can you send it again|i love that it never arrives late`.split(/[|\n]/),
  )('leaves %s', (text) => {
    expect(hears(text)).toBe(false);
  });
});
