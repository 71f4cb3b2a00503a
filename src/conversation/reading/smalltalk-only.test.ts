import { describe, expect, it } from 'vitest';
import { DEFAULT_REPLIES } from '../deciding/replies.ts';
import { resemblesSmalltalk, type SmalltalkFacts, smalltalkOnly } from './smalltalk-only.ts';

const routeOf = (intent: string) => (intent === 'size_chart' ? 'answer' : 'smalltalk') as 'answer' | 'smalltalk';

function told(text: string, intent: string, confidence: number, more: Partial<SmalltalkFacts> = {}) {
  const language = /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
  const facts = {
    text,
    language,
    intents: [{ name: intent, confidence }],
    answerable: false,
    ...more,
  } as const;
  return smalltalkOnly(facts, routeOf, 0.5);
}

describe('smalltalkOnly', () => {
  it('needs no classifier for a formula', () => {
    expect(smalltalkOnly({ text: '嗯嗯', language: 'zh', intents: [], answerable: true }, routeOf, 0.5)).toBe(
      'acknowledge',
    );
  });

  it('takes a wish to ask for no question yet, and has a line for it', () => {
    expect(told('你好，我想问一下', 'human_request', 0.9, { answerable: true })).toBe('asks_to_ask');
    expect(told('can I ask something?', 'human_request', 0.9, { answerable: true })).toBe('asks_to_ask');
    expect(DEFAULT_REPLIES.zh.smalltalk.asks_to_ask).toBe('亲，您请说～');
    expect(DEFAULT_REPLIES.en.smalltalk.asks_to_ask).toBe('Of course, what would you like to know?');
  });

  it('believes the classifier about a short remark', () => {
    expect(told('你们家衣服真耐穿', 'praise', 0.9)).toBe('praise');
    expect(told('what a lovely little shop', 'praise', 0.9)).toBe('praise');
    expect(told('你是机器人吗', 'are_you_bot', 0.95)).toBe('are_you_bot');
  });

  it('hears the question behind praise, thanks and greetings', () => {
    expect(told('宝贝收到啦很喜欢，想问下配件能单独买吗', 'praise', 0.9)).toBeUndefined();
    expect(told('有门店？', 'greeting', 0.69)).toBeUndefined();
    expect(told('上次说的那事呢', 'goodbye', 0.64)).toBeUndefined();
    expect(told('你没回我啊，有群没有', 'are_you_bot', 0.61)).toBeUndefined();
    expect(told('thanks for the quick reply, do you ship to canada', 'thanks', 0.9)).toBeUndefined();
  });

  it('leaves a long report to the knowledge, and what the knowledge answers', () => {
    const report =
      'a very kind neighbour took my box in on monday but there are only shirts inside and two numbers in the app now';
    expect(told(report, 'praise', 0.9)).toBeUndefined();
    expect(told('你是真人还是机器啊', 'are_you_bot', 0.9, { answerable: true })).toBe('are_you_bot');
    expect(told('实体店', 'greeting', 0.9, { answerable: true })).toBeUndefined();
  });

  it.each([
    ['已经铺了一晚上了', 'goodbye', 0.99],
    ['立刻马上就要', 'wait_moment', 0.97],
    ['女的', 'greeting', 0.69],
    ['就是那个', 'acknowledge', 0.58],
    ['then what', 'acknowledge', 0.9],
    ['10 mins ago', 'wait_moment', 0.68],
    ['its WELCOME10', 'thanks', 0.9],
  ])('does not believe the classifier alone about what goes on: %s', (text, intent, confidence) => {
    expect(told(text, intent, confidence, { isUnderWay: true })).toBeUndefined();
  });

  it('lets whoever was asked for a number look for it', () => {
    const asked = { isUnderWay: true, askedForNumber: true };
    expect(told('我去翻翻记录', 'wait_moment', 0.9, asked)).toBe('wait_moment');
    expect(told('我去翻翻记录', 'wait_moment', 0.9, { isUnderWay: true })).toBeUndefined();
  });

  it('believes it of a remark that another model finds kind, and of one beyond doubt', () => {
    expect(told('可以啊 蛮聪明的', 'acknowledge', 0.7, { isUnderWay: true, mood: 'positive' })).toBe('acknowledge');
    expect(told('那行那行', 'acknowledge', 0.96, { isUnderWay: true })).toBe('acknowledge');
    expect(told('哎哟不错哦', 'praise', 0.6, { isUnderWay: true })).toBeUndefined();
  });

  it('believes it of what opens a conversation, unless that leaves open what is meant or tells a number', () => {
    expect(told('晚安,祝你们生意兴隆', 'goodbye', 0.6)).toBe('goodbye');
    expect(told('就上次说的那事', 'acknowledge', 0.6, { isVague: true })).toBeUndefined();
    expect(told('its 10 mins ago', 'wait_moment', 0.9)).toBeUndefined();
  });

  it('takes sure praise, thanks and apologies for what they are, whatever article is near', () => {
    const near = { answerable: true };
    expect(told('店员回话又快又热心', 'praise', 0.9, near)).toBe('praise');
    expect(told('不好意思刚才手滑了', 'apology', 0.93, near)).toBe('apology');
    expect(told('质量挺好的，就是大了', 'praise', 0.9, near)).toBeUndefined();
    expect(told('lovely fabric but the zip broke', 'praise', 0.9, near)).toBeUndefined();
    expect(told('你们态度可真好', 'praise', 0.9, { ...near, mood: 'angry' })).toBeUndefined();
    expect(told('感谢，什么时候发', 'thanks', 0.95, near)).toBeUndefined();
  });

  it('knows what resembles small talk without being sure', () => {
    const facts = { text: '先拍了哈', language: 'zh', answerable: false } as const;
    const resembles = (text: string, name: string) =>
      resemblesSmalltalk({ ...facts, text, intents: [{ name, confidence: 0.64 }] }, routeOf, 0.5);
    expect(resembles('先拍了哈', 'goodbye')).toBe(true);
    expect(resembles('还有吗', 'goodbye')).toBe(false);
    expect(resembles('挺好的就是大了', 'praise')).toBe(false);
    expect(resembles('先拍了哈', 'size_chart')).toBe(false);
    expect(resemblesSmalltalk({ ...facts, intents: [] }, routeOf, 0.5)).toBe(false);
  });

  it('takes no cross face for an acknowledgement', () => {
    expect(told('😡', 'acknowledge', 0.95)).toBeUndefined();
    expect(told('👍', 'acknowledge', 0.95)).toBe('acknowledge');
  });

  it('thanks for kind words that no intent claims and nothing is near to, unless they wish for something', () => {
    const kind = (text: string, more: Partial<SmalltalkFacts> = {}) =>
      smalltalkOnly(
        {
          ...{ text, intents: [], mood: 'positive', answerable: false, isNear: false },
          ...{ language: /\p{Script=Han}/u.test(text) ? 'zh' : 'en', ...more },
        },
        routeOf,
        0.5,
      );
    expect(kind('just wanted to say my mum loves the cushions ❤️')).toBe('praise');
    expect(kind('ordered two more of those lovely ones, thanks so much')).toBe('thanks');
    expect(kind('家里人都说这床好睡 特别喜欢')).toBe('praise');
    expect(kind('i would love one in blue')).toBeUndefined();
    expect(kind('想要个好看的')).toBeUndefined();
    expect(kind('lovely but the lid is broken')).toBeUndefined();
    expect(kind('哈哈好抠门')).toBe('acknowledge');
    expect(kind('lol so stingy')).toBe('acknowledge');
    for (const text of [
      '贵店的衣服真好看',
      '一点都不贵，超喜欢',
      '阳光灿烂，心情好',
      'never disappoints, love this shop',
      'it did not disappoint',
      'no joke, best mug ever',
    ])
      expect(kind(text), text).toBe('praise');
    expect(kind('is it nice')).toBeUndefined();
    expect(kind('my mum loves the cushions', { isNear: true })).toBeUndefined();
    expect(kind('my mum loves the cushions', { mood: 'neutral' })).toBeUndefined();
    expect(kind('my mum loves the cushions', { intents: [{ name: 'size_chart', confidence: 0.3 }] })).toBeUndefined();
  });

  it('gives way to another intent', () => {
    const intents = [
      { name: 'greeting', confidence: 0.9 },
      { name: 'size_chart', confidence: 0.6 },
    ];
    expect(
      smalltalkOnly({ text: '老板尺码', language: 'zh', intents, answerable: false }, routeOf, 0.5),
    ).toBeUndefined();
  });
});
