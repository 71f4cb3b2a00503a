import { describe, expect, it } from 'vitest';
import { readSmalltalk, withoutCourtesy } from './read-smalltalk.ts';

describe('readSmalltalk', () => {
  it.each([
    ['好的', 'acknowledge'],
    ['嗯嗯', 'acknowledge'],
    ['OK 👌', 'acknowledge'],
    ['沒事啦，我自己弄好了', 'acknowledge'],
    ['哈哈哈', 'acknowledge'],
    ['👍👍👍', 'acknowledge'],
    ['在吗在吗', 'greeting'],
    ['亲，在么？', 'greeting'],
    ['hello? anyone there', 'greeting'],
    ['hiya', 'greeting'],
    ['heya!', 'greeting'],
    ['hiyaa there', 'greeting'],
    ['howdy', 'greeting'],
    ['ok thx', 'thanks'],
    ['明白了，谢谢您的解答', 'thanks'],
    ['中，谢啦', 'thanks'],
    ['好的谢谢，拜拜', 'goodbye'],
    ['lovely, have a good one', 'goodbye'],
    ['客服态度真好', 'praise'],
    ['稍等我找找', 'wait_moment'],
    ['不好意思', 'apology'],
    ['啊发错了不好意思', 'apology'],
    ['不好意思，发错了', 'apology'],
    ['点错了', 'apology'],
    ['发错人了', 'apology'],
    ['sorry wrong chat', 'apology'],
    ['sorry, wrong person', 'apology'],
    ['np', 'acknowledge'],
    ['whatever', 'acknowledge'],
    ['muchas gracias', 'thanks'],
    ['Obrigada!', 'thanks'],
    ['merci', 'thanks'],
    ['danke', 'thanks'],
    ['just looking', 'wait_moment'],
    ["I'm just browsing, thanks", 'thanks'],
    ['我就随便看看', 'wait_moment'],
    ['非常满意', 'praise'],
    ['5分', 'praise'],
    ['5 stars!', 'praise'],
    ['lol nice bot', 'praise'],
    ['damn that was fast', 'praise'],
    ['你们客服态度真好👍 回复好快呀哈哈', 'praise'],
    ['好吧 那我再量量 谢啦', 'thanks'],
    ['行 那我跟老公商量下', 'acknowledge'],
    ['好的 回去试试', 'acknowledge'],
    ["found it you're a star ⭐", 'praise'],
    ['sorted it, thanks', 'thanks'],
    ['还在吗', 'greeting'],
    ['你吃饭了吗', 'chat'],
    ['今天天气真好', 'chat'],
    ['讲个笑话呗', 'chat'],
    ['哈哈 那你会讲笑话不', 'chat'],
    ['你好，你多大了', 'chat'],
    ['how old are you?', 'chat'],
    ['hi, how are you today', 'chat'],
    ['Tell me a joke', 'chat'],
    ['never mind the agent', 'acknowledge'],
    ['算了', 'acknowledge'],
    ['you still there?', 'greeting'],
    ['you ok', 'greeting'],
    ['u alright hun?', 'greeting'],
    ['are you well today', 'greeting'],
    ['hows things', 'chat'],
    ['how r u', 'chat'],
    ['你最近忙吗', 'chat'],
    ['cheers mate ur a star', 'thanks'],
    ["you're a legend", 'praise'],
    ['ur an absolute gem x', 'praise'],
    ['fanx bbz', 'thanks'],
    ['thanx hun xx', 'thanks'],
    ['ta love', 'thanks'],
    ['oops meant to send that to my sister', 'apology'],
    ['sorry that was for my mum', 'apology'],
    ['lol i meant to text someone else', 'apology'],
    ['please ignore my last message', 'apology'],
    ['sent by mistake', 'apology'],
    ['不好意思，不是发给你的', 'apology'],
    ['手滑了', 'apology'],
    ['那我不买了', 'acknowledge'],
    ['算了还是不买了', 'acknowledge'],
    ['太贵了不要了', 'acknowledge'],
    ['那下次再买吧', 'acknowledge'],
    ["ok i'll leave it then", 'acknowledge'],
    ["i'll give it a miss this time", 'acknowledge'],
    ['maybe next time, thanks', 'thanks'],
  ])('%s is %s', (text, intent) => {
    expect(readSmalltalk(text)).toBe(intent);
  });

  it.each(
    `你好,我想问下|你好我想问一下|你好，我想问一下|请问一下|你好,我有个问题|我想咨询个问题|问个事|你能帮我吗|我还想问一下|还有个问题|問一下|问|请问
    |请问在吗|不好意思，我想请教一下|谢谢，我还想问个问题|好的，那我再问一下|还有问题|有个问题想咨询一下|我有点事想问|能不能帮帮我|可以问一下吗
    |I have a question|I need help|can I ask something|hi, can I ask something?|quick question|I’ve got another question
    |one last thing|just one more thing|oh one more thing|quick one|a quick question|need help|can i ask smth
    |got a q about candles|hi, I have a question about returns|i've got a couple of questions about your gift sets|有个关于蜡烛的问题|我想问个关于发票的问题
    |no, I have a question|thanks, one more question|I want to ask something|hello can you help me please`.split(
      /\s*\|/,
    ),
  )('%s asks for leave to ask', (text) => {
    expect(readSmalltalk(text)).toBe('asks_to_ask');
  });

  it.each(
    `no|nope|nah|nothing|no thanks|no thank you I'm good|no that's it|No, that’s all|nope all good|not right now|no more questions
    |没有|没有了|没了|沒有了|不需要|不需要了|不用|不用了|暂时没有|没有别的问题了|没什么事了|好的，没有了|不用谢`.split(
      /\s*\|/,
    ),
  )('%s is a no that acknowledges', (text) => {
    expect(readSmalltalk(text)).toBe('acknowledge');
  });

  it.each([
    ['谢谢你没有别的问题了', 'thanks'],
    ['没有，谢谢', 'thanks'],
    ['谢谢 没有了', 'thanks'],
    ['thanks, no', 'thanks'],
    ['nothing, thank you', 'thanks'],
    ['没了谢谢拜拜', 'goodbye'],
    ['no bye', 'goodbye'],
    ['no problem', 'acknowledge'],
  ])('%s is %s, no and all', (text, intent) => {
    expect(readSmalltalk(text)).toBe(intent);
  });

  it.each(
    `我想问下退货|请问怎么退|我想问收到了没|请问收到了|好问题|有点问题|有问题|质量有问题|帮我退款|帮我再看看|谢谢你帮我
    |I have a question about returning a faulty lamp|got a question, can I return it|关于退货|can you help me return it|i need help with my refund|good question|thanks for help`.split(
      /\s*\|/,
    ),
  )('%s says what it asks, or asks nothing', (text) => {
    expect(readSmalltalk(text)).toBeUndefined();
  });

  it.each(
    `没有收到|没有 收到|没收到|没有货吗|没有好的|没有其他颜色|没有？|没有了？|没有了吗|收到了没|好了没有|我没有|不需要退|不要了
    |no refund yet|no good|no?|nothing?|nothing there|nothing makes sense|no one there`.split(/\s*\|/),
  )('%s is more than a no', (text) => {
    expect(readSmalltalk(text)).toBeUndefined();
  });

  it.each(['😡', '😡😡😡', '🙄', '🤬', '👎', '👎🏻', '💢', '😤', '🖕', '😠', '😒', '😭', 'no 😡', '没有😡'])(
    '%s shows displeasure',
    (text) => {
      expect(readSmalltalk(text)).toBeUndefined();
    },
  );

  it.each(['👍', '🙏', '😊', '😂', '好的😭'])('%s still acknowledges', (text) => {
    expect(readSmalltalk(text)).toBe('acknowledge');
  });

  it.each([
    '有门店？',
    '谢谢茶有卖吗',
    '好的，那运费谁出',
    '可以退吗',
    '你好鸭公仔多少钱',
    '呵呵',
    '你多大码的有',
    '多大了',
    '今天天气好能发货吗',
    '好热的衣服',
    'how are you shipping it',
    'are you good with allergies',
    'you ok to send it today',
    'how are things packed',
    'ur a week late',
    'you are a scam',
    'this was for my sister',
    'meant to send it to my old address',
    'i meant the blue one',
    'ignore the first order',
    'wrong number on the label',
    '不买了',
    '不要了',
    '那我不要了',
    '我不想买了取消吧',
    '以后再买会便宜吗',
    'is there another time',
    'next time will it be free?',
    'love',
    'honey soap',
    'lanolin ok',
    'never mind the colour',
    'forget',
    'you got it?',
    'ok?',
    'right?',
    'sure??',
    '好的？',
    '知道了吗',
    '哦？',
    '发错了',
    '你们发错了不好意思',
    '不满意',
    '5分钟',
    'another one',
    'wrong one',
    'wrong colour sorry',
    'still there',
    'need help with sizing',
    'fast',
    '很快吗',
    '???',
    '1',
    'thank you cards in bulk?',
    'hi-top sneakers',
    'ok so how do i return it',
    'is it good',
    '',
  ])('%s is something else', (text) => {
    expect(readSmalltalk(text)).toBeUndefined();
  });

  it('answers at once to a long run of formulas', () => {
    const started = performance.now();
    readSmalltalk('好好好好好好好的吧吧吧哈哈哈哈呀呀呀呀了了了了呢呢呢'.repeat(2));
    readSmalltalk(`${'ok ok '.repeat(9)}x`);
    readSmalltalk(`${'no nah '.repeat(8)}x`);
    readSmalltalk(`${'还有个问题想问一下没有了'.repeat(4)}x`);
    expect(performance.now() - started).toBeLessThan(200);
  });
});

describe('withoutCourtesy', () => {
  it.each([
    ['谢谢，羽绒服呢', '羽绒服呢'],
    ['嗯嗯 那羽绒服呢', '那羽绒服呢'],
    ['好的谢谢，那运费谁出呢', '那运费谁出呢'],
    ['ok thanks, what about the down jacket?', 'what about the down jacket?'],
    ['好的。', '好的。'],
    ['谢谢，再见', '谢谢，再见'],
    ['可以机洗吗', '可以机洗吗'],
    ['good quality?', 'good quality?'],
    ['毛衣，羽绒服呢', '毛衣，羽绒服呢'],
    ['没有，我没收到', '没有，我没收到'],
    ['不用，直接退款可以吗', '不用，直接退款可以吗'],
    ['不用了，怎么退货', '不用了，怎么退货'],
    ['no, I want a refund', 'no, I want a refund'],
    ['nothing else, where is it?', 'nothing else, where is it?'],
    ['no thanks, where is my order?', 'no thanks, where is my order?'],
    ['好的，没有，运费谁出呢', '没有，运费谁出呢'],
    ['还有个问题，怎么退', '还有个问题，怎么退'],
    ['你好，我想问一下，退货要几天', '我想问一下，退货要几天'],
  ])('leaves of %s what it says', (text, rest) => {
    expect(withoutCourtesy(text)).toBe(rest);
  });
});

it('gives up soon on what splits in many ways', () => {
  const started = performance.now();
  expect(readSmalltalk(`${'哈哈吧'.repeat(19)}哈哈q`)).toBeUndefined();
  expect(performance.now() - started).toBeLessThan(500);
});
