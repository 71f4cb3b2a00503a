import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PastTurn } from '../domain/conversation.ts';
import type { Action, ReasonCode } from '../domain/decision.ts';
import { PRIORITIES, REASONS, TEAMS } from '../domain/decision.ts';
import type { IntentScore, Language, Sentiment } from '../domain/understanding.ts';
import { type EscalationFacts, escalateUnlessAnswered, type IntentFacts, mustEscalate } from './escalation-policy.ts';
import { readMessage } from './read-message.ts';

const CATALOGUE = new Map<string, IntentFacts>([
  ['human_request', { group: 'human', route: 'escalate', reason: 'human_request' }],
  ['complain', { group: 'complaint', route: 'escalate', reason: 'anger' }],
  ['bad_review', { group: 'complaint', route: 'escalate', reason: 'threat' }],
  ['legal_action', { group: 'complaint', route: 'escalate', reason: 'legal' }],
  ['safety_injury', { group: 'complaint', route: 'escalate', reason: 'safety' }],
  ['compensation_request', { group: 'after_sales', route: 'escalate', reason: 'staff_only' }],
  ['logistics_status', { group: 'logistics', route: 'lookup' }],
  ['size_advice', { group: 'product', route: 'answer' }],
  ['greeting', { group: 'smalltalk', route: 'smalltalk' }],
]);
const CALM: Sentiment = { label: 'neutral', score: 0.02, signals: [] };
const UPSET: Sentiment = { label: 'upset', score: 0.4, signals: ['dissatisfied'] };

const NO_NEEDS = { human_request: 0, anger: 0, threat: 0, legal: 0, safety: 0, staff_only: 0 };

function past(text: string, action: Action, more: Partial<PastTurn> = {}): PastTurn {
  return { text, action, reply: '…', intents: [], sentiment: CALM, citations: [], at: 0, ...more };
}

function facts(text: string, more: Partial<EscalationFacts> & { turns?: PastTurn[]; failures?: number } = {}) {
  const language: Language = /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
  const { turns = [], failures = 0, ...rest } = more;
  const state = { turns, failures };
  return { state, text, language, intents: [], ...readMessage(text, language), catalogue: CATALOGUE, ...rest };
}

const intent = (name: string, confidence = 0.9): IntentScore[] => [{ name, confidence }];

describe('mustEscalate by the words alone', () => {
  const CASES: [string, ReasonCode | undefined][] = [
    ['转人工', 'human_request'],
    ['我要人工！！', 'human_request'],
    ['叫你们店长出来', 'human_request'],
    ['一群骗子，退钱！！！', 'anger'],
    ['垃圾店，再也不来了', 'anger'],
    ['呵呵，真有你们的，等了三个礼拜等来一句再等等', 'anger'],
    ['我打12315投诉你们', 'threat'],
    ['不退钱就发抖音曝光', 'threat'],
    ['等着差评吧', 'threat'],
    ['法院见', 'legal'],
    ['报警处理', 'legal'],
    ['穿完全身起红疹了', 'safety'],
    ['再不处理我就起诉，孩子手都割破流血了', 'safety'],
    ['要求赔偿我的损失', 'staff_only'],
    ['talk to a human', 'human_request'],
    ['you thieves, give me my money back!!', 'anger'],
    ['my attorney will contact you', 'legal'],
    ['one star review coming up', 'threat'],
    ['the charger caught fire and burned my hand', 'safety'],
    ['这个投诉电话是干嘛的', undefined],
    ['气死我了哈哈太好看了', undefined],
    ['炸弹形状的糖还有吗', undefined],
    ['人工费怎么算', undefined],
    ['人造革会掉皮吗', undefined],
    ['我朋友是律师想买件衬衫', undefined],
    ['会过敏吗', undefined],
    ['有没有人', undefined],
    ['你好在吗', undefined],
    ['咋还没发货呀', undefined],
    ['真是醉了', undefined],
    ['有点失望', undefined],
    ['human hair wig', undefined],
    ['when does the fire sale end', undefined],
    ['is it safe for a baby?', undefined],
    ['电话13812345678', undefined],
    ['微信号 abc12345', undefined],
    ['帮我改成13812345678这个电话', undefined],
    ['13912315888 打这个', undefined],
    ['再不处理我打12345了', 'threat'],
    ['打12315、12345都行', 'threat'],
    ['a bit disappointed with the colour', undefined],
  ];
  it.each(CASES)('%s → %s', (text, reason) => {
    expect(mustEscalate(facts(text))?.reason).toBe(reason);
  });
});

describe('mustEscalate with more than words', () => {
  it('calls the person whom the customer was offered and takes up', () => {
    expect(mustEscalate(facts('要', { acceptsPerson: true }))?.reason).toBe('human_request');
    expect(mustEscalate(facts('要'))).toBeUndefined();
  });

  it('believes a sure intent that calls a person, not an unsure one', () => {
    const needs = { ...NO_NEEDS, human_request: 0.3 };
    expect(mustEscalate(facts('来一个', { needs, intents: intent('human_request', 0.8) }))?.reason).toBe(
      'human_request',
    );
    expect(mustEscalate(facts('来一个', { needs, intents: intent('human_request', 0.4) }))).toBeUndefined();
  });

  it('believes neither phrase nor intent when the message as a whole says otherwise', () => {
    const asked = { needs: NO_NEEDS, intents: intent('human_request', 0.95) };
    expect(mustEscalate(facts('人工服务收费吗', asked))).toBeUndefined();
  });

  it("believes a shop's own intent about what the models never saw", () => {
    const catalogue = new Map([
      ['estate_sale', { group: 'presale', route: 'escalate', reason: 'staff_only' } as const],
    ]);
    const asked = { catalogue, needs: NO_NEEDS, intents: intent('estate_sale') };
    expect(mustEscalate(facts('我想把旧家具卖给你们', asked))?.reason).toBe('staff_only');
  });

  it('does not take a question about complaints for one because a classifier says so', () => {
    const asked = facts('我朋友是律师想买件衬衫', { intents: intent('legal_action', 0.8) });
    expect(mustEscalate(asked)).toBeUndefined();
    expect(mustEscalate(facts('这款会过敏吗', { intents: intent('safety_injury', 0.8) }))).toBeUndefined();
    expect(mustEscalate(facts('这个投诉电话是干嘛的', { intents: intent('complain', 0.8) }))).toBeUndefined();
  });

  it.each([
    '给了差评会不会被报复',
    '会不会有人给差评然后被威胁啊',
    '给差评有用吗',
    '投诉了会有人联系我吗',
    '12315是什么电话',
    'Will I get in trouble if I leave a bad review?',
    'Will leaving a bad review affect my refund?',
    'can you delete bad reviews',
  ])('takes %s for a question, whatever intent and model make of it', (text) => {
    expect(mustEscalate(facts(text))).toBeUndefined();
    const doubtful = { needs: { ...NO_NEEDS, threat: 0.6 }, intents: intent('bad_review', 0.95) };
    expect(mustEscalate(facts(text, doubtful))).toBeUndefined();
    expect(mustEscalate(facts(text, { needs: { ...NO_NEEDS, threat: 0.75 } }))?.reason).toBe('threat');
  });

  it.each([
    '不退款我就给差评',
    '给差评会不会让你们老实点?',
    '再不处理我就投诉到12315',
    '给差评有用吗，不退款我就给差评',
    '不退款我就给差评，会不会快一点',
    '12315是什么你们知道吧',
    'refund me or I leave a bad review',
    'Will you refund me or do I have to leave a bad review?',
    'Will a bad review make you answer?',
    'Do you want a bad review?',
  ])('still takes %s for a threat', (text) => {
    expect(mustEscalate(facts(text))?.reason).toBe('threat');
  });

  it('knows from the turn before whom a complaint is about', () => {
    const turns = [past('快递员把东西扔门口', 'clarify')];
    const needs = { ...NO_NEEDS, threat: 0.95 };
    expect(mustEscalate(facts('我要投诉他', { turns, needs }))).toBeUndefined();
    expect(mustEscalate(facts('我要投诉他', { needs }))?.reason).toBe('threat');
  });

  it.each(['要是丢了呢 你们赔吗', '对了 丢件你们赔不赔', 'if it breaks in transit will you compensate me'])(
    'calls nobody for %s, whatever the classifier makes of it',
    (text) => {
      expect(mustEscalate(facts(text, { intents: intent('compensation_request', 0.9) }))).toBeUndefined();
    },
  );

  it('lets a denial be a threat when the model says so', () => {
    const needs = { ...NO_NEEDS, threat: 0.6 };
    expect(mustEscalate(facts('给我退了我就不给差评', { needs }))?.reason).toBe('threat');
  });

  it.each(['不用转人工了', '我想转人工 算了不用了', 'never mind, no need for a human', "I don't need an agent"])(
    'calls nobody for %s, however sure intent and model are of a request',
    (text) => {
      const needs = { ...NO_NEEDS, human_request: 0.96 };
      expect(mustEscalate(facts(text, { needs, intents: intent('human_request', 0.96) }))).toBeUndefined();
    },
  );

  it('lets the knowledge answer what it knows when only the classifier asks for staff', () => {
    const asked = { needs: { ...NO_NEEDS, staff_only: 0.3 }, intents: intent('compensation_request', 0.7) };
    expect(mustEscalate(facts('晚发货有说法吗', asked))?.reason).toBe('staff_only');
    expect(mustEscalate(facts('晚发货有说法吗', { ...asked, answerProbability: 0.9 }))).toBeUndefined();
  });

  it('lets knowledge that is sure of its answer cast doubt on any need that is not beyond doubt', () => {
    const late = (anger: number, answeredByItself?: number, answerProbability = answeredByItself) =>
      mustEscalate(
        facts('下单三天了还没动静，最晚啥时候发', {
          needs: { ...NO_NEEDS, anger },
          answeredByItself,
          answerProbability,
        }),
      );
    expect(late(0.6)?.reason).toBe('anger');
    expect(late(0.6, 0.8)?.reason).toBe('anger');
    expect(late(0.6, 0.9)).toBeUndefined();
    expect(late(0.6, 0.1, 0.98)?.reason).toBe('anger');
    expect(late(0.8, 0.99)?.reason).toBe('anger');
  });

  it('lets the knowledge answer what a thing does that smokes or burns by nature, where nobody is hurt', () => {
    const needs = { ...NO_NEEDS, safety: 0.94 };
    const known = { needs, answeredByItself: 0.95, answer: { title: 'Smokers and fuel', text: 'Cool, white smoke.' } };
    expect(mustEscalate(facts('smokes coming out hot and blue', known))).toBeUndefined();
    const guessed = { ...known, answeredByItself: 0.7 };
    expect(mustEscalate(facts('smokes coming out hot and blue', guessed))?.reason).toBe('safety');
    expect(mustEscalate(facts('the smoker burned my hand', known))?.reason).toBe('safety');
  });

  it('calls staff for money taken twice, unless the article found speaks of it', () => {
    const when = { title: 'Ways to pay', text: 'Cards are charged when we pack.' };
    const twice = { title: 'Ways to pay', text: 'Charged twice? The second payment goes back by itself.' };
    const asked = (text: string, answer?: typeof when) =>
      mustEscalate(facts(text, { answer, answeredByItself: 0.92 }))?.reason;
    expect(asked('you charged my card twice', when)).toBe('staff_only');
    expect(asked('you charged my card twice')).toBe('staff_only');
    expect(asked('you charged my card twice', twice)).toBeUndefined();
    expect(asked('重复扣款了', { title: '付款方式', text: '发货时扣款。' })).toBe('staff_only');
    expect(asked('when do you charge my card', when)).toBeUndefined();
  });

  describe('where the rules were broken already', () => {
    const rule = { title: '退款到账', text: '验收通过当天退款, 银行卡1-5个工作日。' };
    const asked = (text: string, more: Parameters<typeof facts>[1] = {}) =>
      mustEscalate(facts(text, { answer: rule, answeredByItself: 0.95, answerProbability: 0.95, ...more }))?.reason;

    it.each([
      ['退款怎么还没到 都10天了 你们是不是骗子', 'anger'],
      ['退款半个月了还没到账', 'staff_only'],
      ['又给我发错了', 'staff_only'],
      ['我收到的是假货', 'staff_only'],
      ['this is the third time youve sent me the wrong coffee im fed up', 'anger'],
      ["i still haven't had my refund and it's been a month", 'staff_only'],
      ['退款怎么还没到', undefined],
      ['退款多久到账', undefined],
      ['how long do refunds take', undefined],
      ['what happens if it is lost again', undefined],
    ] as const)('%s: %s', (text, reason) => {
      expect(asked(text, reason === 'anger' ? {} : { sentiment: CALM })).toBe(reason);
    });

    it('leaves a late order to the page that speaks of late ones, and to the look-up, unless the customer is cross', () => {
      const text = 'been waiting two weeks for my order';
      const late = { title: 'Missing', text: 'If it has not arrived after 10 days we send it again.' };
      const calm = { needs: NO_NEEDS, sentiment: CALM };
      expect(asked(text, calm)).toBe('staff_only');
      expect(asked(text, { ...calm, answer: late })).toBeUndefined();
      expect(asked(text, { ...calm, looksUpOrders: true })).toBeUndefined();
      expect(asked(text, { ...calm, answer: late, sentiment: UPSET })).toBe('anger');
    });

    it('shows a page to who demands money once, not twice', () => {
      const calm = { needs: NO_NEEDS, sentiment: CALM };
      expect(asked('我要退款！', calm)).toBeUndefined();
      expect(asked('我要退款！', { ...calm, turns: [past('退款多久到账', 'answer')] })).toBe('staff_only');
    });
  });

  it('calls a person for a danger that the model hears faintly or no page answers', () => {
    const faint = { needs: { ...NO_NEEDS, safety: 0.3 }, answer: { title: 'Machines', text: 'Two years.' } };
    expect(mustEscalate(facts('the grinder is sparking', faint))?.reason).toBe('safety');
    expect(mustEscalate(facts("there's mould in my beans", { needs: NO_NEEDS }))?.reason).toBe('safety');
    const elsewhere = { needs: NO_NEEDS, answer: { title: 'Grinds', text: 'Espresso, filter.' } };
    expect(mustEscalate(facts("there's mould in my beans", elsewhere))?.reason).toBe('safety');
    const told = { ...elsewhere, answer: { title: 'Storing', text: 'Mouldy beans are replaced.' } };
    expect(mustEscalate(facts("there's mould in my beans", told))).toBeUndefined();
    expect(mustEscalate(facts('is there mould in your beans', { needs: NO_NEEDS }))).toBeUndefined();
  });

  it('takes an allergy told to choose by for no injury, whatever the model hears, but one that broke out for one', () => {
    const needs = { ...NO_NEEDS, safety: 0.9 };
    expect(mustEscalate(facts('我婆婆对乳胶过敏的，买哪个垫子', { needs }))).toBeUndefined();
    expect(mustEscalate(facts("i'm allergic to nuts, which balm can i use", { needs }))).toBeUndefined();
    expect(mustEscalate(facts('我对这个过敏了 全身起疹', { needs }))?.reason).toBe('safety');
    expect(mustEscalate(facts("i'm allergic to nuts and now i have a rash", { needs }))?.reason).toBe('safety');
  });

  it('calls nobody into the chat for who wants somebody to come home', () => {
    const needs = { ...NO_NEEDS, human_request: 0.9 };
    expect(mustEscalate(facts('能来人量不 我在东莞', { needs }))).toBeUndefined();
    expect(mustEscalate(facts('can someone come and measure', { needs }))).toBeUndefined();
    expect(mustEscalate(facts('找人处理一下', { needs }))?.reason).toBe('human_request');
  });

  it('takes a cry for none of help where neither model nor classifier is sure', () => {
    const cries = (safety: number, confidence: number) =>
      mustEscalate(
        facts('宝宝总是哭', { needs: { ...NO_NEEDS, safety }, intents: intent('safety_injury', confidence) }),
      )?.reason;
    expect(cries(0.33, 0.6)).toBeUndefined();
    expect(cries(0.33, 0.9)).toBe('safety');
    expect(cries(0.45, 0.6)).toBe('safety');
  });

  it('calls staff for wrong goods where what would be shown does not speak of any', () => {
    const sizes = { title: '尺码表', text: 'M 4-8kg, L 9-14kg' };
    const wrong = { title: '发错怎么办', text: '发错的我们补发。' };
    const asked = (answer: typeof sizes) =>
      mustEscalate(facts('买的是M码发来的是L码', { answer, answeredByItself: 0.9, needs: NO_NEEDS }))?.reason;
    expect(asked(sizes)).toBe('staff_only');
    expect(asked(wrong)).toBeUndefined();
  });

  it('calls a person for whoever finds the shop silent, unless that asks what is surely known', () => {
    const needs = NO_NEEDS;
    const phone = 'nobody answers the phone, when are you open?';
    expect(mustEscalate(facts('ive emailed 4 times no reply', { needs }))?.reason).toBe('human_request');
    expect(mustEscalate(facts(phone, { needs, sentiment: CALM }))?.reason).toBe('human_request');
    const asks = { ...CALM, signals: ['question'] };
    expect(mustEscalate(facts(phone, { needs, sentiment: asks, answeredByItself: 0.9 }))).toBeUndefined();
    expect(mustEscalate(facts('打你们电话没人接', { needs, sentiment: CALM, answeredByItself: 0.9 }))?.reason).toBe(
      'human_request',
    );
  });

  it('calls a person at the second sigh, not the first', () => {
    expect(mustEscalate(facts('有点失望', { sentiment: UPSET }))).toBeUndefined();
    const turns = [past('也是醉了', 'answer', { sentiment: UPSET })];
    expect(mustEscalate(facts('有点失望', { sentiment: UPSET, turns }))?.reason).toBe('anger');
    const livedDown = [...turns, past('那尺码呢', 'answer'), past('谢谢', 'smalltalk')];
    expect(mustEscalate(facts('有点失望', { sentiment: UPSET, turns: livedDown }))).toBeUndefined();
  });

  it('notices the same question after a turn that did not help, and a third time after any', () => {
    const question = '蜡烛的灯芯是什么材质';
    expect(mustEscalate(facts(question, { turns: [past(question, 'answer')] }))).toBeUndefined();
    expect(mustEscalate(facts(`${question}？`, { turns: [past(question, 'refuse')] }))?.reason).toBe('repetition');
    const twice = [past(question, 'answer'), past(question, 'answer')];
    expect(mustEscalate(facts(question, { turns: twice }))?.reason).toBe('repetition');
  });
});

describe('escalateUnlessAnswered', () => {
  it('asks back once, then calls a person', () => {
    const known = intent('size_advice', 0.5);
    expect(escalateUnlessAnswered(facts('那个呢', { intents: known }))).toBeUndefined();
    const turns = [past('那个', 'clarify')];
    const inVain = { turns, failures: 1, repliesToClarification: true };
    expect(escalateUnlessAnswered(facts('那个呢', { intents: known, ...inVain }))?.reason).toBe('low_confidence');
    // Nonsense after nonsense is no reason to call anyone.
    expect(escalateUnlessAnswered(facts('啊啊啊', inVain))).toBeUndefined();
  });

  it('does not hold a clarifying question against a new question', () => {
    const turns = [past('羽绒服里面充的什么', 'clarify')];
    const asked = facts('你们走哪家快递', { intents: intent('courier_choice'), turns, failures: 1 });
    expect(escalateUnlessAnswered(asked)).toBeUndefined();
  });

  it('takes a sure intent after a turn that had none for a new question', () => {
    const turns = [past('那个黑的有吗', 'clarify')];
    const inVain = { turns, failures: 1, repliesToClarification: true };
    const price = facts('这件多大', { intents: intent('size_advice', 0.95), ...inVain });
    expect(escalateUnlessAnswered(price)).toBeUndefined();
    const unread = [past('有没有羊绒大衣', 'refuse'), past('以后会出吗', 'refuse')];
    const recommend = { intents: intent('size_advice', 0.95), turns: unread, failures: 2 };
    expect(escalateUnlessAnswered(facts('那推荐个尺码', recommend))).toBeUndefined();
    const read = unread.map((turn) => ({ ...turn, intents: intent('size_advice', 0.5) }));
    expect(escalateUnlessAnswered(facts('那推荐个尺码', { ...recommend, turns: read }))?.reason).toBe(
      'repeated_failure',
    );
  });

  it('hears the same question in nearly the same words', () => {
    const turns = [past('有没有粉丝群', 'refuse')];
    expect(escalateUnlessAnswered(facts('我问的是有没有粉丝群啊', { turns, failures: 1 }))?.reason).toBe('repetition');
    expect(escalateUnlessAnswered(facts('能开发票吗', { turns, failures: 1 }))).toBeUndefined();
  });

  it('gives up after two failures, and at once when told that it failed', () => {
    const turns = [past('今晚直播几点', 'refuse'), past('直播间在哪', 'refuse')];
    expect(escalateUnlessAnswered(facts('谁直播', { turns, failures: 2 }))?.reason).toBe('repeated_failure');
    expect(escalateUnlessAnswered(facts('谁直播', { turns, failures: 1 }))).toBeUndefined();
    expect(escalateUnlessAnswered(facts('答非所问，我问谁直播', { turns, failures: 1 }))?.reason).toBe('repetition');
  });
});

describe('a matter that no page answers', () => {
  it('is one for staff where the customer complains calmly, but not of the courier or in supposing', () => {
    const complains = (text: string) => escalateUnlessAnswered(facts(text, { intents: intent('complain') }))?.reason;
    expect(complains('i want to complain')).toBe('staff_only');
    expect(complains('how do i complain')).toBe('staff_only');
    expect(complains('i would like to complain')).toBe('staff_only');
    expect(complains('你们招客服不')).toBeUndefined();
    expect(complains('how do i complain about the courier')).toBeUndefined();
    expect(complains('what happens if i complain')).toBeUndefined();
  });

  it('is one for staff where it reports wrong goods or disappointment, but not where it asks', () => {
    const reports = (text: string, more = {}) => escalateUnlessAnswered(facts(text, more))?.reason;
    expect(reports('you sent me ground but i ordered beans')).toBe('staff_only');
    expect(reports('发错货了')).toBe('staff_only');
    expect(reports('发错货了', { answerProbability: 0.5 })).toBe('staff_only');
    expect(reports('what if you send the wrong coffee')).toBeUndefined();
    expect(reports('do you sell milk jugs')).toBeUndefined();
    const damaged = { intents: intent('damaged_item') };
    const catalogue = new Map([...CATALOGUE, ['damaged_item', { group: 'after_sales', route: 'answer' }]] as const);
    expect(reports('盖子上有一道印', { ...damaged, catalogue })).toBe('staff_only');
    expect(reports('盖子上有没有一道印呢', { ...damaged, catalogue })).toBeUndefined();
  });
});

it('does not leave a guarantee for a severe allergy to the bot where no page answers', () => {
  const asked = facts('my son is anaphylactic to peanuts, can you guarantee it is safe', { needs: NO_NEEDS });
  expect(mustEscalate(asked)).toBeUndefined();
  expect(escalateUnlessAnswered(asked)?.reason).toBe('safety');
  expect(escalateUnlessAnswered(facts('is it nut free', { needs: NO_NEEDS }))).toBeUndefined();
});

describe('an order that cannot be looked up', () => {
  it('is a matter for staff where the knowledge does not answer', () => {
    expect(escalateUnlessAnswered(facts('我的包裹到哪了', { cannotLookUp: true }))?.reason).toBe('staff_only');
  });
});

describe('priority and team', () => {
  it('follows reason, topic, tier and mood', () => {
    expect(mustEscalate(facts('转人工', { intents: intent('logistics_status', 0.5) }))).toEqual({
      reason: 'human_request',
      priority: 'normal',
      team: 'logistics',
    });
    const earlier = [past('多高穿什么码', 'answer', { intents: intent('size_advice') })];
    expect(mustEscalate(facts('转人工', { intents: intent('human_request'), turns: earlier }))?.team).toBe('presale');
    expect(mustEscalate(facts('转人工'))?.team).toBe('general');
    expect(mustEscalate(facts('转人工', { customer: { tier: 'VIP3' } }))?.priority).toBe('high');
    expect(mustEscalate(facts('法院见', { customer: { tier: 'gold' } }))?.priority).toBe('urgent');
    expect(mustEscalate(facts('一群骗子，退钱！！！'))).toMatchObject({ priority: 'high', team: 'complaints' });
  });

  it('is pure and complete for any text', () => {
    const scores = fc.array(
      fc.record({ name: fc.constantFrom(...CATALOGUE.keys(), 'unknown'), confidence: fc.double({ min: 0, max: 1 }) }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), scores, fc.nat(4), (text, intents, failures) => {
        const asked = facts(text, { intents, failures, turns: [past(text, 'answer'), past('啊', 'clarify')] });
        const copy = structuredClone({ ...asked, catalogue: undefined });
        for (const found of [mustEscalate(asked), escalateUnlessAnswered(asked)]) {
          if (!found) continue;
          expect(REASONS).toContain(found.reason);
          expect(PRIORITIES).toContain(found.priority);
          expect(TEAMS).toContain(found.team);
        }
        expect({ ...asked, catalogue: undefined }).toEqual(copy);
      }),
    );
  });
});
