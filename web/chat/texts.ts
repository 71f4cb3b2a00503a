import type { Language } from '../shared/language.ts';

const zh = {
  title: '小二',
  subtitle: '在线客服，随时为您服务',
  newConversation: '新对话',
  demo: '演示店铺',
  yourMessage: '您的消息',
  placeholder: '请输入您的问题…',
  send: '发送',
  log: '对话记录',
  examples: '常见问题',
  greeting: '您好，我是小二。退换货、物流、优惠券、尺码……有什么可以帮您？',
  you: '您',
  bot: '小二',
  agent: '人工客服',
  source: '来源',
  typing: { bot: '小二正在输入', agent: '人工客服正在输入' },
  actions: {
    answer: '解答',
    lookup: '查询',
    clarify: '确认',
    smalltalk: '',
    refuse: '暂无答案',
    escalate: '转人工',
  } as Readonly<Record<string, string>>,
  questions: ['退款多久到账？', '我的快递到哪了？', '可以开发票吗？', '我要转人工'],
  rateTitle: '这次服务您满意吗？',
  rates: ['非常不满意', '不满意', '一般', '满意', '非常满意'],
  rateComment: '还想说点什么（选填）',
  rateSend: '提交评价',
  rateSkip: '跳过',
  rateFailed: '没有提交成功，请再试一次。',
};

/** Every word of the page in one language. */
export type Texts = typeof zh;

const en: Texts = {
  title: 'Xiaoer',
  subtitle: 'Customer service, at any hour',
  newConversation: 'New chat',
  demo: 'Demo shop',
  yourMessage: 'Your message',
  placeholder: 'Type your question…',
  send: 'Send',
  log: 'Conversation',
  examples: 'Common questions',
  greeting: 'Hello, I am Xiaoer. Returns, parcels, coupons, sizes: how can I help?',
  you: 'You',
  bot: 'Xiaoer',
  agent: 'Agent',
  source: 'Source',
  typing: { bot: 'Xiaoer is typing', agent: 'Our colleague is typing' },
  actions: {
    answer: 'Answer',
    lookup: 'Looked up',
    clarify: 'Question',
    smalltalk: '',
    refuse: 'No answer',
    escalate: 'Handed over',
  },
  questions: [
    'How long does a refund take?',
    'Where is my parcel?',
    'Can I get an invoice?',
    'I would like to talk to a person',
  ],
  rateTitle: 'How was our service?',
  rates: ['Very bad', 'Bad', 'All right', 'Good', 'Very good'],
  rateComment: 'Anything you would like to add (optional)',
  rateSend: 'Send rating',
  rateSkip: 'Skip',
  rateFailed: 'That did not go through. Please try again.',
};

/** Everything the page says. */
export const TEXTS: Record<Language, Texts> = { zh, en };
