import { describe, expect, it } from 'vitest';
import { normalizeTyped } from '../../text/normalize-text.ts';
import { reportsFraud, saysPaid, speaksOfImpostor } from './frauds.ts';

const language = (text: string) => (/\p{Script=Han}/u.test(text) ? 'zh' : 'en');
const reports = (text: string) => reportsFraud(normalizeTyped(text), language(text));

describe('reportsFraud', () => {
  it.each(
    `有人加我微信冒充你们客服 我已经转了两千了|被骗了 转账了|有个人自称你们售后 让我把验证码发过去 我给了|假客服让我退款 钱都没了|说是你们店里的人 我付了定金给他|上当了 给对方打了五百|接到电话说是你们客服 让我转账 我转过去了|被骗子骗了 钱已经转了
i paid someone who said they were you|i got scammed by a fake page of yours|somebody claiming to be your support rang, i gave them my card number|i think i've been scammed|they were pretending to be the courier and i sent 40 quid|fell for a phishing text in your name|i've just transferred money to a fake website|someone posing as customer service emailed and i paid`.split(
      /[|\n]/,
    ),
  )('hears %s', (text) => {
    expect(reports(text)).toBe(true);
  });

  it.each(
    `有人加我微信说是你们家客服 让我转账 是真的吗|你们会让加微信付款吗|可以转账付款吗|我付了定金 尾款什么时候付|怎么知道是不是假客服|客服让我付运费 我付了|还没转给他|我打了个电话 对方自称是你们售后 让我扫码 是不是真的|被骗了 一点都不好吃|如果被骗转账了怎么办
is this really your email|someone whatsapped me saying they are you, is it real|can i pay by bank transfer|i paid yesterday|i've sent the parcel back|how do i know it's not a scam|what if i get scammed|do you ever ask for gift cards|i transferred my points|i got scammed elsewhere so i want proof`.split(
      /[|\n]/,
    ),
  )('leaves %s', (text) => {
    expect(reports(text)).toBe(false);
  });
});

it('knows an impostor, and what says that he was paid', () => {
  expect(speaksOfImpostor('有人加我微信说是你们家客服 让我转账 是真的吗', 'zh')).toBe(true);
  expect(speaksOfImpostor('可以加微信吗', 'zh')).toBe(false);
  expect(speaksOfImpostor('someone whatsapped me saying they are you', 'en')).toBe(true);
  expect(saysPaid('我已经转了两千了', 'zh')).toBe(true);
  expect(saysPaid('我没转', 'zh')).toBe(false);
  expect(saysPaid('i already paid them', 'en')).toBe(true);
  expect(saysPaid('should i pay', 'en')).toBe(false);
});
