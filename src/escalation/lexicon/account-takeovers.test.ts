import { describe, expect, it } from 'vitest';
import { normalizeTyped } from '../../text/normalize-text.ts';
import { reportsTakeover } from './account-takeovers.ts';

const reports = (text: string) => reportsTakeover(normalizeTyped(text), /\p{Script=Han}/u.test(text) ? 'zh' : 'en');

describe('reportsTakeover', () => {
  it.each(
    `我账号好像被人登了 地址被改成别的地方了|账号被盗了怎么办|有人登了我的账号|我没下过这单|这个订单不是我下的啊|谁用我账号下了单|我的号被盗了|帐户显示异地登录|密码被人改了|突然多了一个不认识的订单|里面有个订单我根本没下过|没拍过这个单 怎么回事
there's an order on my account going to leeds. i dont live in leeds, wasnt me|my account was hacked|somebody logged into my account|someone has changed my email|i never placed this order|i got a confirmation for something i didnt order|there are two orders here i dont recognise|ive been hacked|someone else is using my account|unauthorised order on my account|that order was not me|somebody ordered stuff using my card`.split(
      /[|\n]/,
    ),
  )('hears %s', (text) => {
    expect(reports(text)).toBe(true);
  });

  it.each(
    `怎么改密码|忘记密码了|账号会不会被盗|你们这里账号安全吗|我要换个手机号登录|地址填错了能改吗|怎么注销账号|这个颜色不是我拍的那个|我还没下单呢|没买过你家的东西|别人能用我的账号下单吗|帮别人下单可以吗|担心账号被盗
how do i change my password|is my account safe|can someone else order on my account|i forgot my login|what happens if my account gets hacked|i didnt order this one, i ordered the blue|i haven't placed an order yet|can i use my husbands account|how do i close my account|someone else will pick up my order|i didn't make an order in the end|my card was declined|my card got stolen, will the refund bounce|the order was cancelled by you not me`.split(
      /[|\n]/,
    ),
  )('leaves %s', (text) => {
    expect(reports(text)).toBe(false);
  });
});
