import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language } from '../domain/understanding.ts';
import { type Claims, readClaims } from './read-claims.ts';

const CLAIMS: Record<Language, Partial<Record<keyof Claims, readonly string[]>>> = {
  zh: {
    human: [
      '人工',
      '转人工谢谢',
      '我要真人客服',
      '能不能找个活人来',
      '別讓機器人回我',
      '叫你们客服出来跟我说',
      '不想跟机器聊',
      '麻烦接一下客服专员',
      'rengong',
      '我想跟你们店里的人直接谈',
      '有没有能听懂的来一个，换个人来',
    ],
    declinesHuman: [
      '不用转人工了',
      '我想转人工 算了不用了',
      '先别转人工',
      '取消转人工',
      '不要再帮我找人工了',
      '转人工还是算了',
    ],
    asksAboutHuman: [
      '那我转人工要等多久',
      '人工客服要排队吗',
      '听说转人工很慢 是吗',
      '据说你们人工半天没人理？',
      '现在要等很久吗 转人工的话',
      '转人工收费吗',
      '人工服务免费吗',
      '晚上转人工有人接吗',
      '周末人工客服在吗',
      '如果转人工 大概等多久',
      '能来人量不 我在东莞',
      '可以派人来安装吗',
      '你们有人上门测量吗',
      '能找人上门拆旧沙发不',
      '周末能安排师傅来装吗',
    ],
    asksAboutStaffOnly: [
      '要是丢了呢 你们赔吗',
      '对了 丢件你们赔不赔',
      '如果碎了 你们赔吗',
      '万一尺码不对你们赔运费吗',
      '假如半路漏了你们怎么赔',
      '破损的话商家会补偿吗',
      '延误你们一般赔多少',
    ],
    superior: ['叫你们店长来', '让老板跟我讲', '换个说了算的来'],
    injury: [
      '穿了一天过敏了，脖子全是疹子',
      '娃把纽扣吞下去了怎么办',
      '杯子突然炸了，手烫起泡',
      '插座漏电把我电到了',
      '抱枕里有断针，扎到孩子',
      '蜡烛把窗帘烧着了',
      '用了两天脸上又红又肿，去医院了',
      '喝完上吐下泻',
      '凳子塌了我摔骨折了',
      '皮膚起紅疹好癢',
    ],
    asksAboutInjury: ['会过敏吗', '敏感肌会不会起疹子', '这个杯子倒开水会炸吗', '容易漏电不', '小孩误吞了会怎么样吗'],
    staffOnly: ['给我赔偿', '老顾客了破个例吧', '退我一半钱算了', '你们说怎么赔吧', '麻烦特批一下'],
    unheard: ['答非所问', '都问三遍了', '我问的是尺码', '你没听懂吗', '我说的是另一双'],
  },
  en: {
    human: [
      'agent please',
      'i want to talk to a human',
      'connect me with customer service',
      'can I speak to someone real',
      'get me a live person',
      'not a bot please',
      "don't want to chat with a robot",
      'representative!',
    ],
    asksAboutHuman: [
      'how long is the wait for a human agent',
      'how long does it take to reach an agent?',
      'is there a queue for human agents',
      'do i have to pay to talk to a real person',
      "what's the waiting time for an agent",
      'if i ask for a human how long do i wait',
      'i heard it takes ages to get a human, is that right?',
      'can someone come and measure',
      'do you send someone to fit it',
      'could you get somebody out to collect the old one',
      'i need someone to come on saturday',
      'is there anyone to assemble it',
    ],
    asksAboutStaffOnly: [
      'if it breaks in transit will you compensate me',
      'if the parcel gets lost do you pay',
      'will you compensate me if it arrives late',
    ],
    declinesHuman: [
      'never mind, no need for a human',
      "I don't need an agent",
      "please don't transfer me to a person",
      'talk to a human... never mind',
      'never mind the agent',
    ],
    superior: ['let me have your manager', 'who is your supervisor'],
    injury: [
      'I got a rash after wearing it',
      'my son swallowed the battery',
      'the lamp caught fire last night',
      'the glass cut my hand',
      'got an electric shock from the kettle',
      'ended up in the emergency room because of your candle',
      'found a needle inside the sleeve',
    ],
    asksAboutInjury: [
      'will it give me a rash?',
      'can the glass burn my hand?',
      'worried my kid might get electric shock',
      'does it cause an allergic reaction',
    ],
    staffOnly: ['i want compensation', 'can you make an exception for me', 'give me a partial refund'],
    unheard: ['I already asked', 'that is not what I asked, answer my question', 'asking for the third time'],
  },
};

const NOTHING: Record<Language, readonly string[]> = {
  zh: [
    '人工费多少',
    '这是人造革的吗',
    '真人实拍图有吗',
    '有没有人穿过这个尺码',
    '有人吗',
    '在吗',
    '爆炸盐怎么用',
    '送到医院地址可以吗',
    '我在医院上班，能开票吗',
    '腰紧得喘不上气，换大一码',
    '客服小姐姐真好',
    '这价格割韭菜',
    '烫金的字会掉吗',
    '保价怎么申请',
    '运费谁出呀',
  ],
  en: [
    'human hair wig in brown',
    'is the fire sale over',
    'cleaning agent for leather',
    'limit one per person?',
    'personalised mug please',
    'what is the burn time of the candle',
    'cut to size available?',
    'hospital bag checklist included?',
    'hypoallergenic pillow?',
    'does anyone know when it ships',
  ],
};

describe.each(['zh', 'en'] as const)('%s', (language) => {
  const claimed = Object.entries(CLAIMS[language]).flatMap(([claim, texts]) => texts.map((text) => [text, claim]));
  it.each(claimed)('%s → %s', (text, claim) => {
    expect(readClaims(text, language)).toMatchObject({ [claim]: true });
  });

  it.each(NOTHING[language])('%s claims nothing', (text) => {
    const { human, superior, injury, staffOnly } = readClaims(text, language);
    expect({ human, superior, injury, staffOnly }).toEqual({
      human: false,
      superior: false,
      injury: false,
      staffOnly: false,
    });
  });
});

it.each<[Language, string]>([
  ['zh', '算了不用了，给我转人工'],
  ['zh', '不用找客服了，转人工'],
  ['zh', '直接转人工算了'],
  ['zh', '我要转人工，机器人不用了'],
  ['zh', '要不要给我转人工啊'],
  ['zh', '不用找客服了 直接叫经理'],
  ['zh', '怎么还不给我转人工'],
  ['en', "I don't need a bot I need an agent"],
  ['en', 'never mind get me a human'],
  ['en', "why don't you transfer me to a human"],
  ['en', "don't transfer me to another agent, get me your manager"],
])('hears a request that stands: %s %s', (language, text) => {
  const { human, superior, declinesHuman } = readClaims(text, language);
  expect({ asks: human || superior, declinesHuman }).toEqual({ asks: true, declinesHuman: false });
});

it.each<[Language, string]>([
  ['zh', '找人处理一下'],
  ['zh', '叫人来跟我说'],
  ['zh', '可以转人工吗'],
  ['zh', '转人工可以吗 等多久都行'],
  ['zh', '要是方便的话转个人工'],
  ['zh', '转人工，我等很久了'],
  ['zh', '听说可以转人工，帮我转人工'],
  ['zh', '要等多久啊 给我转人工'],
  ['en', 'is it possible to talk to a human?'],
  ['en', 'how long is the wait, connect me to a human'],
  ['en', 'I heard you have agents, can you connect me to an agent'],
  ['en', 'how long do I have to wait to talk to a human'],
  ['en', 'can i speak to someone to collect my refund'],
  ['en', 'get me a person to sort this'],
  ['en', 'i want to talk to a person, can someone come on here'],
])('hears a request in a question: %s %s', (language, text) => {
  expect(readClaims(text, language)).toMatchObject({ human: true, asksAboutHuman: false });
});

it.each<[Language, string]>([
  ['zh', '东西碎了 你们赔不赔'],
  ['zh', '我的快递丢了 你们赔吗'],
  ['zh', '收到就碎了你们怎么赔'],
  ['zh', '要是不赔，你们说怎么办，要求赔偿'],
  ['zh', '昨天那单少了两件 你们赔吗'],
  ['en', 'my parcel got lost, will you compensate me?'],
  ['en', 'it broke in transit, I want compensation'],
  ['en', 'compensate me or if it breaks again will you pay for the damage?'],
])('hears a demand of somebody who lost something: %s %s', (language, text) => {
  expect(readClaims(text, language)).toMatchObject({ staffOnly: true, asksAboutStaffOnly: false });
});

it.each<[Language, string]>([
  ['en', 'i meant HW7654312'],
  ['en', 'sorry i meant the other order'],
  ['en', 'oops, I meant two'],
  ['zh', '我说的是2024113000012'],
])('does not take a correction for insisting: %s %s', (language, text) => {
  expect(readClaims(text, language).unheard).toBe(false);
});

it('never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom<Language>('zh', 'en'), (text, language) => {
      expect(readClaims(text, language)).toEqual(readClaims(text, language));
    }),
  );
});

it.each([
  ['zh', '别转人工客服了没人理'],
  ['en', "I don't get any reply from customer service"],
  ['en', "I don't get why no agent answers"],
  ['en', "I can't and won't send this to your agent again"],
] as const)('takes no complaint about not reaching a person for turning one down (%s): %s', (language, text) => {
  expect(readClaims(text, language).declinesHuman).toBe(false);
});

it('hears a refusal typed on a phone', () => {
  expect(readClaims('I don’t need a human anymore', 'en')).toMatchObject({ declinesHuman: true, human: false });
});

it.each([
  ['洗衣液进眼睛了怎么办', 'zh'],
  ['泡沫溅到孩子眼睛里了', 'zh'],
  ['胶水弄到嘴里了', 'zh'],
  ['got soap in my eye it stings', 'en'],
  ["some of it splashed into my son's eyes", 'en'],
] as const)('what got where it hurts is an injury: %s', (text, language) =>
  expect(readClaims(text, language).injury).toBe(true),
);

it.each([
  ['会不会进眼睛', 'zh'],
  ['不会辣眼睛吧', 'zh'],
  ['can i use it in my eyes', 'en'],
  ['what if it got in my eyes', 'en'],
] as const)('what may get there is none: %s', (text, language) =>
  expect(readClaims(text, language).injury).toBe(false),
);
