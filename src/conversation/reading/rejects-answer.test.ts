import { describe, expect, it } from 'vitest';
import { rejectsAnswer, saysMisunderstood, triedInVain, withholdsNumber } from './rejects-answer.ts';

describe('rejectsAnswer', () => {
  it.each([
    '不是这个意思',
    '你没懂我意思',
    '回答得不对',
    '不对',
    '没用',
    '还是不行',
    '还是不行啊',
    '你没回答我的问题',
    '我不是问这个',
    '都试过了',
    '还是用不了',
    '按你说的弄了还是不行',
    '看不懂',
    '不是',
    '我试过了 没用',
    '😡😡',
    '👎！',
    '答非所问',
    '换微信了 还是不行',
    '拆了清过了 还是不转',
    '重启过了还是不亮',
    '我清了缓存，还是用不了',
    '换了线还是不充电',
    '还是一样',
    '那里都找过了',
    '已经查过了没有',
    '里面找了没有',
    '没用 你说的法子根本不行',
    '你说的办法不管用',
    '保险换了也没用啊',
    '晒也晒了，洗也洗了，还是不行',
    '不行，完全没用',
  ])('hears %s', (text) => {
    expect(rejectsAnswer(text, 'zh')).toBe(true);
  });

  it.each([
    '我问的是退款什么时候到账',
    '优惠券还是用不了怎么办',
    '不对，订单是260118800010001002',
    '没有收到货',
    '不行就退款吧',
    '不是真丝的吗',
    '没用过可以退吗',
    '看不懂尺码表',
    '你好',
    '我试了',
    '嗯，操作了',
    '那用不了呢？',
    '这个不能用？',
    '这个不行吧',
    '👍',
    '???',
    '不会掉色吧',
    '我退货了还是没到账',
    '等了三天了还是没发货',
    '买了还是不喜欢',
    '你们收了货还是不退款',
    '申请了还是不给退',
    '洗了还是不同意退',
    '不行，我要退货',
    '没用，怎么退',
    '换了线，多少钱',
  ])('leaves %s to be answered', (text) => {
    expect(rejectsAnswer(text, 'zh')).toBe(false);
  });

  it.each([
    "that's not what I asked",
    "no that's not what I meant",
    "that doesn't help",
    'not helpful',
    'that’s not what I asked',
    'I tried that',
    "I did that and it still doesn't work",
    'still not working',
    'wrong answer',
    "you didn't answer my question",
    "I don't understand",
    'i restarted it and it still doesnt work',
    "I've tried another card, still nothing",
    'i reset it twice still no luck',
    'u didnt answer my question',
    'thats no help',
    'not what im asking',
    'that’s not what I’m asking about',
    "no use. that doesn't work at all",
    'I did all that. no good!',
    "it's no use",
  ])('hears %s', (text) => {
    expect(rejectsAnswer(text, 'en')).toBe(true);
  });

  it.each([
    'the zip does not work',
    "it doesn't fit me",
    'wrong size arrived',
    'ok I did it',
    "so this isn't working?",
    "I don't understand the size chart",
    'not what I ordered',
    "it's not what i ordered",
    "i waited 2 weeks and it still hasn't arrived",
    'i paid but it still says pending',
    'still waiting',
    'does it still work',
    'i want to know if it still works',
    'no',
    "it doesn't work. how do I return it",
    'no good reason to wait',
  ])('leaves %s to be answered', (text) => {
    expect(rejectsAnswer(text, 'en')).toBe(false);
  });
});

describe('saysMisunderstood', () => {
  it.each([
    '没回答我',
    '你没回答我的问题',
    '不是我问的',
    '这根本不是我想问的',
    '跟我问的没关系',
    '你答的什么',
    '答非所问',
    '你说的都是些什么',
  ])('hears %s', (text) => {
    expect([saysMisunderstood(text, 'zh'), rejectsAnswer(text, 'zh')]).toEqual([true, true]);
  });

  it.each([
    "that's not what i asked",
    "that isn't what i meant",
    "u didn't read my message",
    "i wasn't asking about that",
  ])('hears %s', (text) => {
    expect([saysMisunderstood(text, 'en'), rejectsAnswer(text, 'en')]).toEqual([true, true]);
  });

  it('leaves to be answered what tells more, or only that it does not work', () => {
    for (const text of [
      '没回我消息三天了',
      '还是不行',
      '不是我问的那个快递',
      '说的什么时候发',
      '不是我要的颜色',
      '没解决就退款',
    ])
      expect(saysMisunderstood(text, 'zh'), text).toBe(false);
    for (const text of ["that's not what i ordered", 'still not working', 'wrong size', "i wasn't asked for id"])
      expect(saysMisunderstood(text, 'en'), text).toBe(false);
  });
});

describe('rejectsAnswer where the reply said to look', () => {
  it.each(['yeah looked there', 'i already checked that', 'looked in there, nothing', 'searched everywhere'])(
    'hears %s',
    (text) => {
      expect(rejectsAnswer(text, 'en')).toBe(true);
    },
  );

  it('leaves other looks alone', () => {
    for (const text of [
      'checked out as guest',
      'looked there?',
      'i checked the chart, am i an M',
      'looked at that jacket',
    ])
      expect(rejectsAnswer(text, 'en')).toBe(false);
    for (const text of ['看过了挺好的', '查过了吗', '里面有什么', '看了一下'])
      expect(rejectsAnswer(text, 'zh')).toBe(false);
  });
});

describe('withholdsNumber', () => {
  it.each(['我没有订单号', '没有', '找不到单号', '不方便给', '我不想给', '能不能不给订单号', '忘了', '不知道'])(
    'hears %s',
    (text) => {
      expect(withholdsNumber(text, 'zh')).toBe(true);
    },
  );

  it.each(["I don't have the number", "I can't find it", "I don't want to give it to you", "don't have one"])(
    'hears %s',
    (text) => {
      expect(withholdsNumber(text, 'en')).toBe(true);
    },
  );

  it('leaves other questions alone', () => {
    for (const text of ['没有收到货怎么办', '没有发票吗', '不想要了']) expect(withholdsNumber(text, 'zh')).toBe(false);
    for (const text of ["I don't want it any more", "can't log in", "I don't have a receipt"])
      expect(withholdsNumber(text, 'en')).toBe(false);
  });
});

describe('triedInVain', () => {
  it.each([
    ['装对了还漏', '杯子漏水'],
    ['换过电池了还是不亮', '灯不亮'],
    ['抹了蜡还是拉不上', '拉链拉不上'],
    ['我试过了 没用', '打不开'],
    ['按你说的弄了还是不行', '连不上'],
  ])('hears %s', (text, before) => expect(triedInVain(text, 'zh', before)).toBe(true));

  it.each([
    ['没用', '打不开'],
    ['不是这个意思', '多久发货'],
    ['我换了个杯子', '杯子漏水'],
    ['试过了还能退吗', '多久可以退'],
  ])('does not hear %s', (text, before) => expect(triedInVain(text, 'zh', before)).toBe(false));

  it.each([
    ['did that, still invalid', 'gift card not working says invalid'],
    ['tried that still nothing', 'pump will not work'],
    ['did the foil thing, no change', 'candle has a tunnel'],
    ['yes i did that and it still says expired', "my code doesn't work"],
    ['i cleaned it and it is still leaking', 'the cap leaks'],
  ])('hears %s', (text, before) => expect(triedInVain(text, 'en', before)).toBe(true));

  it.each([
    ["that doesn't help", 'pump will not work'],
    ['i did that last year', 'can i return it'],
    ['did you try that', 'pump will not work'],
    ['tried the lavender one, love it', 'which scents are there'],
  ])('does not hear %s', (text, before) => expect(triedInVain(text, 'en', before)).toBe(false));
});
