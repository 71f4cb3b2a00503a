import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language, SentimentLabel } from '../domain/understanding.ts';
import { isNeeded } from './needs.ts';
import { ANGER_THRESHOLD, readMessage } from './read-message.ts';

type Verdict = SentimentLabel | 'calm' | 'cross';

/** `calm` is neutral or positive, `cross` is upset or angry: where the border between two labels is a matter of taste. */
const MATCHES: Record<Verdict, readonly SentimentLabel[]> = {
  threat: ['threat'],
  angry: ['angry'],
  upset: ['upset'],
  neutral: ['neutral'],
  positive: ['positive'],
  calm: ['neutral', 'positive'],
  cross: ['upset', 'angry'],
};

const CASES: Record<Language, Record<string, Verdict>> = {
  zh: {
    // Angry words about the shop.
    你们这帮骗子赶紧退钱: 'angry',
    '垃圾玩意儿，用一次就散架': 'angry',
    '滚远点，别再给我发消息了！': 'angry',
    '气死我了，等了半个月等来一个空盒子': 'angry',
    '你们就是在耍我，来来回回五趟了': 'angry',
    '傻×客服，会不会说人话': 'angry',
    '什么破店，收了钱就装死': 'angry',
    黑心商家不得好死: 'angry',
    '拿旧的当新的卖，良心让狗吃了？': 'angry',
    '呵呵，真有你们的，三天换了四个说法': 'angry',
    '你們是不是把客人當傻子，退個款推來推去': 'angry',
    'cnm退钱！！！': 'angry',
    草泥马的破快递: 'angry',
    // Dissatisfied, not furious.
    有点失望啊跟图片差好多: 'upset',
    也是醉了: 'upset',
    对做工非常不满意: 'upset',
    '哎 太让人失望了': 'upset',
    '说好的今天发，无语': 'upset',
    客服态度不太好: 'cross',
    你们效率太低了吧: 'cross',
    '发错两次了，我也是服了': 'cross',
    '这也太离谱了吧，才穿一天': 'cross',
    '有点过分了吧，涨价不说一声': 'cross',
    '等得花儿都谢了，到底管不管': 'cross',
    // Threats.
    再不退我就打12315: 'threat',
    等着收差评吧: 'threat',
    发小红书让大家避雷你们家: 'threat',
    明天就去消协: 'threat',
    找小二介入处理: 'threat',
    律师函已经在路上: 'threat',
    信不信我去法院告你们: 'threat',
    我已经报警了: 'threat',
    挂到网上让大伙评评理: 'threat',
    我要投诉你们: 'threat',
    不给解决就差评: 'threat',
    向市監局檢舉你們: 'threat',
    工商局见: 'threat',
    '平台见吧，我截图都有': 'threat',
    不赔钱就上黑猫: 'threat',
    // Calm words that look angry.
    这个投诉电话是干嘛的: 'calm',
    投诉电话几点上班呀: 'calm',
    请问差评可以修改成好评吗: 'calm',
    我不会给差评的放心: 'calm',
    '看到差评说会掉色，是真的吗': 'calm',
    平台介入是什么意思呀: 'calm',
    气死我了哈哈哈太可爱了吧: 'calm',
    '笑死，这猫窝也太好看了': 'calm',
    垃圾袋大号的有吗: 'calm',
    垃圾桶带盖吗: 'calm',
    不满300可以用这个券吗: 'calm',
    炸弹造型的橡皮糖还有货吗: 'calm',
    滚筒洗衣机能洗吗: 'calm',
    气垫梳子什么材质: 'calm',
    '冻死了，求推荐厚一点的': 'calm',
    '被老婆骂了一顿，能改地址吗': 'calm',
    '我朋友是律师，想送他一条领带': 'calm',
    寄到中级人民法院门口的驿站行吗: 'calm',
    人工费要另外算吗: 'calm',
    烟雾报警器怎么装: 'calm',
    工商银行的卡能付吗: 'calm',
    '315活动有优惠吗': 'calm',
    没有生气啦就问问: 'calm',
    '没让我失望，五星': 'calm',
    曝光补偿是哪个键: 'calm',
    狗窝有大号的吗: 'calm',
    傻瓜相机有没有闪光灯: 'calm',
    滚边那种抱枕多少钱: 'calm',
    麻烦帮我查一下单号: 'calm',
    '麻烦您改个地址，谢谢': 'calm',
    不满意可以退吗: 'calm',
    如果不满意包退吗: 'calm',
    '衣服收到了，谢谢': 'calm',
    骗人是小狗: 'calm',
    // Impatient and plain.
    咋还不发货呀: 'calm',
    '什么时候能到啊，急用': 'calm',
    在吗在吗在吗: 'calm',
    快点发哦亲: 'calm',
    '请尽快处理，谢谢': 'calm',
    '扣子掉了一颗，能补寄吗': 'calm',
    '少了一个杯盖，怎么办': 'calm',
    '有色差，想换个颜色': 'calm',
    '尺码偏小了，换大一码': 'calm',
    '？？？': 'calm',
    '!!!': 'calm',
    // Glad.
    '超级喜欢，谢谢老板': 'positive',
    '太好看了吧，爱了爱了': 'positive',
    '物流很快，好评': 'positive',
  },
  en: {
    'you bunch of liars, give me my money': 'angry',
    'absolute garbage company': 'angry',
    'what the f**k is wrong with you people': 'angry',
    'I am furious about this order': 'angry',
    "I'm fed up with your excuses": 'angry',
    'WORST SHOP EVER, NEVER AGAIN!!!': 'angry',
    'this is a scam, you stole my money': 'angry',
    'bravo, you managed to lose it twice': 'cross',
    'your support is useless and rude': 'angry',
    'sick and tired of waiting for a refund': 'cross',
    'really disappointed, you never answer': 'cross',
    'not happy with the fit': 'cross',
    'honestly this is terrible service': 'cross',
    'way too slow, this is ridiculous': 'cross',
    'so let down by this purchase': 'cross',
    'I will leave a one star review': 'threat',
    'expect a chargeback from my bank': 'threat',
    "I'm reporting you to trading standards": 'threat',
    'my lawyer will be in touch': 'threat',
    'see you in small claims court': 'threat',
    "I'll post this all over twitter": 'threat',
    'calling the police on you': 'threat',
    'what is the complaints line number?': 'calm',
    'how do I edit my review, I clicked one star by accident': 'calm',
    'my friend is a lawyer, looking for a shirt for him': 'calm',
    'is the fire sale still on?': 'calm',
    'do you have human hair wigs': 'calm',
    'trash bags, 50 litre, in stock?': 'calm',
    'killer price, love it': 'calm',
    'not angry at all, just curious': 'calm',
    'my boss is mad at me lol, can it come by friday': 'calm',
    'when will it ship?': 'calm',
    'hurry please, the party is on sunday': 'calm',
    'a button came off, can you send a spare': 'calm',
    'are tennis court shoes included?': 'calm',
    'the police costume in size M?': 'calm',
    'damn that was quick, thanks': 'calm',
    'sick day today so I have time to shop haha': 'calm',
    'is the bath bomb vegan': 'calm',
    'thanks so much, it is gorgeous': 'positive',
    'love it, perfect fit': 'positive',
  },
};

const detectSentiment = (...args: Parameters<typeof readMessage>) => readMessage(...args).sentiment;

describe.each(Object.entries(CASES) as [Language, Record<string, Verdict>][])('%s', (language, cases) => {
  it.each(Object.entries(cases))('%s → %s', (text, verdict) => {
    const { label, score, signals } = detectSentiment(text, language);
    expect(MATCHES[verdict], `${label} ${score.toFixed(2)} [${signals}]`).toContain(label);
  });
});

describe('readMessage', () => {
  it('promises a label and a score for any text whatever', () => {
    const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 400 }));
    fc.assert(
      fc.property(anyText, fc.constantFrom<Language>('zh', 'en'), (text, language) => {
        const first = detectSentiment(text, language);
        expect(first.score).toBeGreaterThanOrEqual(0);
        expect(first.score).toBeLessThanOrEqual(1);
        // A threat may be calm.
        if (first.label !== 'threat')
          expect(first.score >= ANGER_THRESHOLD).toBe(['angry', 'upset'].includes(first.label));
        expect(detectSentiment(text, language)).toEqual(first);
      }),
    );
  });

  it('answers at once to a wall of text', () => {
    const wall = `${'气死我了！！为什么还不发货 '.repeat(5_000)}滚`;
    const started = performance.now();
    expect(detectSentiment(wall, 'zh').label).toBe('angry');
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('ignores a vector of another width', () => {
    const alone = detectSentiment('什么时候发货', 'zh');
    expect(detectSentiment('什么时候发货', 'zh', new Float32Array(3))).toEqual(alone);
  });

  it('hears anger through capitals, full width and traditional characters', () => {
    for (const text of ['垃圾店铺', '垃圾店鋪', '垃圾店铺！！'])
      expect(detectSentiment(text, 'zh').label).toBe('angry');
    expect(detectSentiment('ＳＣＡＭＭＥＲＳ', 'en').label).toBe('angry');
  });
});

describe('needs', () => {
  const GRAVEST_FIRST = ['safety', 'legal', 'threat', 'human_request', 'anger', 'staff_only'] as const;
  const gravest = (text: string, language: Language) => {
    const { needs } = readMessage(text, language);
    return GRAVEST_FIRST.find((need) => isNeeded(need, needs));
  };

  it.each([
    ['收了钱就不认人了，良心不会痛吗', 'anger'],
    ['信不信我给你们打一星', 'threat'],
    ['行吧，那我去消费者协会问问', 'threat'],
    ['不行就法院见，我有的是时间', 'legal'],
    ['换个人说，跟你说不清楚', 'human_request'],
    ['我女儿戴了这个项链脖子起了一圈红疹', 'safety'],
    ['给我补差价', 'staff_only'],
    ['赔我50，这事就算了', 'staff_only'],
  ])('%s → %s', (text, need) => {
    expect(gravest(text, 'zh')).toBe(need);
  });

  it.each([
    '差评给了还能改吗',
    '狗咬破了外套能修吗',
    '12315号线附近有自提点吗',
    '律师朋友推荐的，想买套西装',
    '好评返现的积分什么时候到',
    '急急急 什么时候发货',
    '人工智能手表有几个颜色',
    '客服说能退 怎么退',
    '破损包赔吗',
    '第三次买了，有老客价吗',
  ])('%s needs nobody', (text) => {
    expect(gravest(text, 'zh')).toBeUndefined();
  });

  it.each([
    ['thanks for ruining my wedding day', 'anger'],
    ['my next stop is trading standards', 'threat'],
    ['calling the cops, this is fraud', 'legal'],
    ['my son got a rash all over his back from the pyjamas', 'safety'],
    ['i want compensation for the taxi i wasted', 'staff_only'],
    ['who pays for return shipping', undefined],
    ['do you compensate for late delivery?', undefined],
    ['my lawyer friend recommended you, do you sell briefcases', undefined],
  ])('%s → %s', (text, need) => {
    expect(gravest(text, 'en')).toBe(need);
  });
});

describe('vague', () => {
  const READ: Record<Language, readonly (readonly [string, boolean])[]> = {
    zh: [
      ['那个怎么弄啊', true],
      ['就上次那个 还有吗', true],
      ['为啥不行呢', true],
      ['退货的运费谁出', false],
      ['羊毛衫能不能机洗', false],
    ],
    en: [
      ['what about that other one', true],
      ['so can i do it or not', true],
      ['who pays for the return postage', false],
      ['can I machine wash the wool jumper', false],
    ],
  };
  it.each(Object.entries(READ) as [Language, (typeof READ)[Language]][])(
    'tells in %s what leaves open what is meant',
    (language, texts) => {
      for (const [text, isVague] of texts)
        expect([text, readMessage(text, language).vague >= 0.3]).toEqual([text, isVague]);
    },
  );
});

it('hears in capitals that trouble is told, and in capitals alone nothing', () => {
  for (const text of ['THREE WEEKS AND NOTHING', '3 WEEKS AND STILL NO PARCEL', 'TWO MONTHS AND NO REFUND'])
    expect([text, readMessage(text, 'en').sentiment.label]).not.toEqual([text, 'neutral']);
  for (const text of ['DO YOU SHIP TO CANADA', 'IS THE TEE SEE THROUGH', 'NO PROBLEM THANKS'])
    expect([text, ['upset', 'angry'].includes(readMessage(text, 'en').sentiment.label)]).toEqual([text, false]);
});

it('hears neither threat nor anger where a message only asks how it is in another case', () => {
  for (const text of ['or else what', 'and if it was wechat', 'or what']) {
    const { sentiment, needs } = readMessage(text, 'en');
    expect([text, sentiment.label, needs.threat]).toEqual([text, 'neutral', 0]);
  }
  expect(readMessage('refund me today or else', 'en').needs.threat).toBeGreaterThan(0);
});
