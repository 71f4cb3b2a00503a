import { z } from 'zod';
import type { Language } from '../../domain/understanding.ts';

const text = z.string().min(1);
const oneLanguage = z.strictObject({
  /** Nothing in the knowledge answers. */
  refuse: text,
  /** Put after an answer to a part of what was asked; `{questions}` is the rest, quoted. */
  partUnanswered: text,
  /** The message says too little. */
  clarify: text,
  /** Put before the titles of the closest articles. */
  clarifyTopics: text,
  /** Asks whether it is the one article that may be meant; `{title}` is the article's. */
  clarifyTopic: text,
  /** Asks which part of the one article that may be meant; `{title}` is the article's, `{parts}` are its headings, a line each: chats make buttons of them where they end the text. */
  clarifyPart: text,
  askOrderNumber: text,
  /** The customer has no order number, or will not give it. */
  noOrderNumber: text,
  /** The customer bargains, and no article deals with that. */
  bargain: text,
  /** The customer says that the last reply did not help. */
  notHelpful: text,
  /** The customer goes on about an article that was just shown, and asks nothing; `{title}` is the article's. */
  askMore: text,
  /** The customer doubts what an article that was just shown says; `{title}` is the article's. */
  stands: text,
  /** The customer asks on about an article that was just shown, which says no more. */
  noMore: text,
  /** The customer sent a picture or the like and no word. */
  unseen: text,
  /** The customer sent an address, a telephone number or the like, and does not say what for. */
  contact: text,
  /** `{number}` is what the customer gave. */
  unknownNumber: text,
  /** Put before what the shop's system says. */
  lookup: text,
  /** Put behind it where an order is late, a parcel does not move, or the customer says that it takes long. */
  heldUp: text,
  /** Put behind it where the customer says that what the system calls delivered, or paid back, is not there. */
  notThere: text,
  /** The customer is angry or afraid: first acknowledge. */
  handoffSorry: text,
  /** Somebody was hurt or is in danger: first of all say sorry. */
  handoffSafety: text,
  /** Put before what the shop's own pages say to do about it. */
  firstAid: text,
  /** A person was called; what happens next. */
  handoff: text,
  /** The same while nobody is there: promises nobody, as the desk says right after it when somebody comes. */
  handoffNoted: text,
  /** By small-talk intent; `other` for any without a line of its own. */
  smalltalk: z.record(z.string(), text).and(z.object({ other: text })),
});

/** Shape of knowledge/replies.yaml: every line the bot says that is not from an article. */
export const repliesSchema = z.strictObject({ zh: oneLanguage, en: oneLanguage });
/** Every line the bot says that is not from an article, in both languages. */
export type Replies = z.output<typeof repliesSchema>;
/** The lines of one language. */
export type LanguageReplies = Replies[Language];

/** Used unless the shop writes its own. */
export const DEFAULT_REPLIES: Replies = {
  zh: {
    refuse:
      '抱歉亲，这个问题我手上的资料里没有写，不敢乱答。您可以换个说法再问一次，或者回复“转人工”，由客服同事来答复您。',
    partUnanswered: '至于{questions}，我手上的资料里没有写；需要的话回复“转人工”，由同事来答复您。',
    clarify: '亲，我还没太明白您的意思，方便说得再具体一点吗？比如是哪件商品、哪笔订单、遇到了什么情况。',
    clarifyTopics: '亲，您想问的是下面哪一个呢？',
    clarifyTopic: '亲，您想问的是“{title}”吗？不是的话，麻烦换个说法再告诉我一次。',
    clarifyPart: '亲，您想问的是“{title}”里的哪一点呢？都不是的话，麻烦换个说法再告诉我一次。\n{parts}',
    askOrderNumber: '亲，请把订单号（或快递单号）发给我，我马上帮您查。订单号在“我的订单”里可以复制。',
    noOrderNumber:
      '亲，打开“我的订单”点进那笔订单，订单号旁边就能复制。找不到或不方便给也没关系，回复“转人工”，由同事帮您查。',
    bargain:
      '亲，价格我做不了主，有活动和优惠的话都以商品页和结算页显示的为准。想再商量的话，回复“转人工”，由同事来答复您。',
    notHelpful: '抱歉亲，没帮到您。您具体想问哪一点，或者遇到了什么情况？也可以回复“转人工”，由同事来帮您。',
    askMore: '亲，关于“{title}”，您还想了解哪一点呢？',
    stands: '亲，是的，刚才发您的就是店里“{title}”的原话。还不放心的话，回复“转人工”，由同事来确认。',
    noMore: '亲，关于这个，店里的资料就写了刚才发您的这些。还没解决的话，回复“转人工”，由同事来帮您。',
    unseen: '亲，图片和语音这类内容我看不了。麻烦用文字告诉我您想问什么，或者回复“转人工”，由同事来看。',
    contact:
      '亲，您发的信息我看到了，不过订单和发票上的内容我改不了。您是想改收货地址、开发票，还是有别的事呢？也可以回复“转人工”，由同事来处理。',
    unknownNumber: '亲，没有查到 {number} 这个单号，麻烦核对后再发我一次；也可以回复“转人工”让同事帮您查。',
    lookup: '帮您查到了：',
    heldUp: '亲，让您久等了，很抱歉。回复“转人工”，由同事帮您催。',
    notThere: '亲，系统里的记录就是上面这些。确实没有收到的话，回复“转人工”，由同事帮您核实。',
    handoffSorry: '非常抱歉给您带来不好的体验。',
    handoffSafety: '真的很抱歉出了这样的事，人的安全最要紧。',
    firstAid: '请先看店里资料写的：',
    handoff: '已经为您转接人工客服，您的情况我整理好一并交给同事了，不用重复说明。客服会尽快在这里回复您，请稍候。',
    handoffNoted: '您的情况我已经整理好留给人工客服了，不用重复说明。',
    smalltalk: {
      greeting: '亲，在的～请问有什么可以帮您？',
      thanks: '不客气亲，有需要随时叫我～',
      goodbye: '好的亲，祝您生活愉快，再见～',
      acknowledge: '好的亲，还有其他问题可以随时问我～',
      wait_moment: '好的亲，您慢慢来，我一直在～',
      praise: '谢谢亲的肯定，我们会继续努力～',
      are_you_bot: '我是店里的智能客服小二，可以解答常见问题、查订单和物流；需要真人的话，回复“转人工”就行。',
      apology: '没关系的亲，您请说～',
      asks_to_ask: '亲，您请说～',
      chat: '哈哈亲，聊天不是我的强项～商品、订单、售后的问题，尽管问我。',
      other: '亲，在的～请问有什么可以帮您？',
    },
  },
  en: {
    refuse:
      'Sorry, our help pages do not say, and I will not guess. You can ask in other words, or reply "agent" and a colleague will help you.',
    partUnanswered: 'As to {questions}, our help pages do not say; reply "agent" and a colleague will help you.',
    clarify:
      'Sorry, I did not quite get that. Could you tell me a little more - which item or order, and what happened?',
    clarifyTopics: 'Which of these is it about?',
    clarifyTopic: 'Is it about "{title}"? If not, please tell me in other words.',
    clarifyPart: 'Which part of "{title}" is it about? If none of these, please tell me in other words.\n{parts}',
    askOrderNumber:
      'Please send me the order number (or the tracking number) and I will check right away. You find it under "My orders".',
    noOrderNumber:
      'You find it under "My orders": open the order and copy the number. If you cannot or would rather not, reply "agent" and a colleague will look it up.',
    bargain:
      'I cannot change prices myself; what the shop and the checkout show is what counts. To ask for a better one, reply "agent" and a colleague will help you.',
    notHelpful:
      'Sorry, that did not help. What exactly would you like to know, or what happened? You can also reply "agent" and a colleague will help you.',
    askMore: 'What else would you like to know about "{title}"?',
    stands:
      'Yes, what I sent is what our page "{title}" says. To have it confirmed, reply "agent" and a colleague will help you.',
    noMore:
      'That is all our help pages say about this. If it does not settle your question, reply "agent" and a colleague will help you.',
    unseen:
      'I cannot see pictures or the like. Please tell me in words what it is about, or reply "agent" and a colleague will look at it.',
    contact:
      'I have seen the details you sent, but I cannot change an order or an invoice myself. What are they for - a change of address, an invoice, something else? You can also reply "agent" and a colleague will help you.',
    unknownNumber:
      'I cannot find {number}. Please check the number and send it again, or reply "agent" and a colleague will look it up.',
    lookup: 'Here is what I found:',
    heldUp: 'I am sorry that this takes so long. Reply "agent" and a colleague will chase it.',
    notThere:
      'That is what our system says. If it has not reached you, reply "agent" and a colleague will look into it.',
    handoffSorry: 'I am very sorry about this.',
    handoffSafety: 'I am so sorry to hear this - your safety comes first.',
    firstAid: 'Please read this first, it is what our help pages say:',
    handoff:
      'I have called a colleague and passed on everything you told me, so you need not repeat it. They will reply right here as soon as they can.',
    handoffNoted: 'I have passed everything you told me on to the team, so you need not repeat it.',
    smalltalk: {
      greeting: 'Hello! How can I help you?',
      thanks: 'You are welcome!',
      goodbye: 'Goodbye, and have a nice day!',
      acknowledge: 'All right. Is there anything else I can help with?',
      wait_moment: 'Take your time, I am here.',
      praise: 'Thank you, that is very kind!',
      are_you_bot:
        'I am the shop\'s virtual assistant: I answer common questions and look up orders. Reply "agent" for a person.',
      apology: 'No problem at all!',
      asks_to_ask: 'Of course, what would you like to know?',
      chat: 'I am only good at shop talk, I am afraid - but ask me anything about our products, your order or a return.',
      other: 'Hello! How can I help you?',
    },
  },
};
