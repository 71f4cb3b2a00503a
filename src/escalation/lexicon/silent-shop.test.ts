import { describe, expect, it } from 'vitest';
import { normalizeTyped } from '../../text/normalize-text.ts';
import { complainsOfSilence } from './silent-shop.ts';

const complains = (text: string) =>
  complainsOfSilence(normalizeTyped(text), /\p{Script=Han}/u.test(text) ? 'zh' : 'en');

describe('complainsOfSilence', () => {
  it.each(
    `ordered 3 weeks ago nothing no emails nobody picks up the phone|ive emailed 4 times no reply where is my stuff
nobody answers the phone|sent two messages last week, no one got back to me|still haven't heard anything back from you
your phone just rings out|i have rung you six times|no response from your team|you never reply to emails
why are you ignoring my emails|been emailing you for weeks|evri says delivered, emailed you 4 times
发了三次消息没人回|打你们电话没人接|给你们留言一直不回|怎么没人理我|客服不回消息|三天了没人回复我|联系不上你们|邮件石沉大海|半个月了没人处理`.split(
      /[|\n]/,
    ),
  )('hears %s', (text) => {
    expect(complains(text)).toBe(true);
  });

  it.each(
    `the driver called me 3 times|what if nobody answers the door|courier never answers his phone
if i don't hear back can i cancel|no reply needed|there was nobody home when evri came|can i email you
i got no email confirmation|you didn't answer my question|call me back later please|i phoned my bank
快递打电话没接到|家里没人接收|快递员电话不接|没人回家|机器没反应|你们不回收旧衣服吗|你没回答我的问题|退货没人收|电话没接到快递会放哪`.split(
      /[|\n]/,
    ),
  )('leaves %s', (text) => {
    expect(complains(text)).toBe(false);
  });
});
