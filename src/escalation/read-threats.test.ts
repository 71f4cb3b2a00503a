import { describe, expect, it } from 'vitest';
import type { Language } from '../domain/understanding.ts';
import { asksOtherCase, complainsOfCarrier, readThreats, sparesShop } from './read-threats.ts';

describe('readThreats', () => {
  it.each(['电话13812345678', '我的手机号是13812345678', '微信号 abc12345', '13912315888'])(
    'takes no number that holds a hotline for one: %s',
    (text) => {
      expect(readThreats(text, 'zh')).toEqual([]);
    },
  );

  it.each(['打12345', '12315见', '12358 12388都打'])('knows the hotlines themselves: %s', (text) => {
    expect(readThreats(text, 'zh')).toContain('authority');
  });
});

describe('sparesShop', () => {
  it.each<[Language, string]>([
    ['zh', '给了差评会不会被报复'],
    ['zh', '写差评会被删吗'],
    ['zh', '12315是谁的电话'],
    ['zh', '要是我给差评会怎么样'],
    ['zh', '万一我投诉了会怎样'],
    ['zh', '听说给差评会被打电话 是吗'],
    ['zh', '给差评也给券吗'],
    ['zh', '一星还送红包吗'],
    ['zh', '给差评也返吗'],
    ['zh', '差评也能领不'],
    ['zh', '你们不给差评返现吧'],
    ['zh', '差评和中评有区别吗'],
    ['zh', '我是律师 你们有适合出庭的西装吗'],
    ['zh', '我本人是警察，想买双耐穿的皮鞋 推荐一下'],
    ['zh', '我要投诉快递员'],
    ['zh', '怎么投诉那个驿站'],
    ['zh', '送货的司机怎么投诉'],
    ['en', 'can i leave a bad review and still get the points'],
    ['en', 'who do i complain to'],
    ['en', 'Where can I make a complaint?'],
    ['en', 'how do i file a complaint about the courier'],
    ['en', 'if i leave a bad review will you delete it'],
    ['en', 'what happens if i give one star'],
    ['en', 'if i complain to the platform will you ban me'],
    ['en', 'I heard you delete bad reviews, is that true?'],
    ['en', 'do i report it to the police'],
    ['en', 'my bike was stolen. should i call the police first?'],
    ['en', 'should i report the theft to the police?'],
    ['en', 'I’m a lawyer, is there a discount for firms'],
    ['en', "i'm lawyer, do you do gowns"],
    ['en', 'im lawyer, do you do gowns'],
    ['en', 'i want to complain about the driver'],
  ])('%s %s', (language, text) => {
    expect(sparesShop(text, language)).toBe(true);
  });

  it.each<[Language, string]>([
    ['zh', '给差评会不会被删，删了我就投诉'],
    ['zh', '我不会给差评的'],
    ['zh', '删我差评是吧 删一条我发十条'],
    ['zh', '你好'],
    ['zh', '信不信我给差评'],
    ['zh', '你们是不是要我去12315'],
    ['zh', '是不是非要我给差评才处理'],
    ['zh', '不给退我就给差评行吗'],
    ['zh', '要是不退我就投诉'],
    ['zh', '如果明天还不发我就给差评'],
    ['zh', '如果我给差评你们怎么办'],
    ['zh', '再不到我就投诉快递'],
    ['zh', '投诉快递和你们店'],
    ['zh', '我是律师，你们等着'],
    ['zh', '我是律师 不退就告你们 有问题吗'],
    ['zh', '是不是要我报警'],
    ['en', 'who do i complain to about you'],
    ['en', 'do you want me to leave one star?'],
    ['en', 'do you want me to call my bank?'],
    ['en', "if you don't refund me i'll leave a bad review"],
    ['en', 'if i leave a bad review will you finally refund me'],
    ['en', 'if this is not fixed i will report you'],
    ['en', 'should i call my lawyer or will you refund me'],
    ['en', 'shall i post this on tiktok?'],
    ['en', 'would you like a chargeback?'],
    ['en', 'do i have to call the police?'],
    ['en', 'do i need to get my lawyer involved?'],
    ['en', "i'm a lawyer, do you know what that means"],
    ['en', 'i will complain about the driver and about your shop'],
  ])('not %s %s', (language, text) => {
    expect(sparesShop(text, language)).toBe(false);
  });
});

describe('complainsOfCarrier', () => {
  it.each<[Language, string, string]>([
    ['zh', '快递员把东西扔门口', '我要投诉他'],
    ['zh', '驿站让我交保管费', '怎么投诉他们'],
    ['en', 'the driver threw it over the fence', 'i want to complain about him'],
    ['en', 'your courier never rang', 'how do i report them'],
  ])('%s: after %s, %s', (language, before, text) => {
    expect(complainsOfCarrier(text, [before], language)).toBe(true);
  });

  it.each<[Language, string, string]>([
    ['zh', '你们客服骂人', '我要投诉他'],
    ['zh', '快递员把东西扔门口', '我要投诉你们'],
    ['zh', '快递员把东西扔门口', '我要投诉他，再给你们差评'],
    ['en', 'your agent was rude', 'i want to complain about him'],
    ['en', 'the driver threw it over the fence', 'i will report you'],
  ])('%s: after %s, not %s', (language, before, text) => {
    expect(complainsOfCarrier(text, [before], language)).toBe(false);
  });
});

describe('asksOtherCase', () => {
  it.each<[Language, string]>([
    ['zh', '不然会怎么样'],
    ['zh', '否则呢？'],
    ['zh', '那要不然我怎么办'],
    ['en', 'or else what'],
    ['en', 'Or what happens?'],
    ['en', 'ok, otherwise what then'],
    ['en', 'and if it was wechat'],
    ['en', 'what if the L is gone?'],
    ['en', "or if they're out"],
  ])('%s %s', (language, text) => {
    expect(asksOtherCase(text, language)).toBe(true);
  });

  it.each<[Language, string]>([
    ['zh', '不然我就投诉'],
    ['zh', '赶紧退，不然呢'],
    ['en', 'or else'],
    ['en', 'refund me or else what do you think happens'],
    ['en', 'or i call my bank'],
    ['en', 'if it is not here tomorrow i will go to the police'],
    ['en', 'what if the police hears of it'],
    ['en', 'and if the money is not back you will see'],
  ])('not %s %s', (language, text) => {
    expect(asksOtherCase(text, language)).toBe(false);
  });
});
