import { describe, expect, it } from 'vitest';
import { normalizeTyped } from '../../text/normalize-text.ts';
import { reportsMissedAppointment } from './missed-appointments.ts';

const reports = (text: string) =>
  reportsMissedAppointment(normalizeTyped(text), /\p{Script=Han}/u.test(text) ? 'zh' : 'en');

describe('reportsMissedAppointment', () => {
  it.each(
    `说好今天来的 等一天了没人来|约好上午的 到现在没人|师傅昨天没来 今天又没来|预约的周六安装 人影都没见着|我请了半天假 结果没人上门|等了一下午 师傅没来|放我鸽子了你们|说是今天上门量尺 到现在没有人来|师傅一直没来|约了三点 现在五点了人呢
the fitter was supposed to come today, nobody showed up|waited in all day and no one came|i took the day off and your guys never turned up|we had an appointment at 10 and nobody came|your fitter missed our appointment|the engineer was booked for this morning, no show|you said between 8 and 12 and no one has turned up|been in all day waiting, the installer hasnt come|he was meant to come yesterday, he never showed`.split(
      /[|\n]/,
    ),
  )('hears %s', (text) => {
    expect(reports(text)).toBe(true);
  });

  it.each(
    `师傅几点来|我上班 晚上行不|周末没人收怎么办|约好了下午 家里没人 放门口行吗|能预约周六上门吗|今天能来装吗|师傅还没来 大概几点到|说好今天发货的 怎么没发|快递今天没来|要是约好了没人来怎么办|等一天了还没收到|我约了周六 能改到周日不 那天没人在家
can someone come today|i wont be in today|what if nobody comes|when is the fitter coming|nobody is home in the afternoon|my parcel was supposed to come today|the driver came yesterday, thanks|is there a time slot|no one came with me to the shop|can i book a fitter for saturday|it hasn't arrived yet|text said delivered yesterday, nobody here has it|it was promised for tuesday and the plumber has come and gone|the driver said today and he came at noon|i waited all day for it and it came at six`.split(
      /[|\n]/,
    ),
  )('leaves %s', (text) => {
    expect(reports(text)).toBe(false);
  });
});
