import type { Action } from '../domain/decision.ts';
import type { Language, SentimentLabel } from '../domain/understanding.ts';

/** The brief's own words; agents read it in the customer's language. */
export interface BriefWords {
  readonly tried: Readonly<Record<Action, string>>;
  readonly mood: Readonly<Record<SentimentLabel, string>>;
  /** Said when earlier turns were cross, too; `{n}` is their number. */
  readonly before: string;
  readonly signals: Readonly<Record<string, string>>;
}

const ZH: BriefWords = {
  tried: {
    answer: '已答复',
    lookup: '已查询订单',
    clarify: '已追问',
    smalltalk: '寒暄',
    refuse: '未能回答',
    escalate: '已转人工',
    silent: '未回复',
  },
  mood: { threat: '扬言投诉或曝光', angry: '愤怒', upset: '不满', neutral: '平静', positive: '友好' },
  before: '此前已有 {n} 条不满',
  signals: {
    'threat:authority': '监管部门',
    'threat:platform': '平台投诉',
    'threat:review': '差评',
    'threat:exposure': '曝光',
    'threat:legal': '起诉',
    'threat:police': '报警',
    insult: '辱骂',
    swearing: '粗口',
    cheated: '指责欺骗',
    sarcasm: '讽刺',
    urgency: '着急',
    leaving: '不再光顾',
  },
};

const EN: BriefWords = {
  tried: {
    answer: 'answered',
    lookup: 'looked up the order',
    clarify: 'asked back',
    smalltalk: 'small talk',
    refuse: 'could not answer',
    escalate: 'called a person',
    silent: 'did not reply',
  },
  mood: {
    threat: 'threatening to complain',
    angry: 'furious',
    upset: 'dissatisfied',
    neutral: 'calm',
    positive: 'friendly',
  },
  before: '{n} cross messages before',
  signals: {
    'threat:authority': 'authorities',
    'threat:platform': 'complaint or chargeback',
    'threat:review': 'bad review',
    'threat:exposure': 'going public',
    'threat:legal': 'legal action',
    'threat:police': 'police',
    insult: 'insults',
    swearing: 'swearing',
    cheated: 'accuses us of cheating',
    sarcasm: 'sarcasm',
    urgency: 'in a hurry',
    leaving: 'will not buy again',
  },
};

/** The words of each language. */
export const BRIEF_WORDS: Readonly<Record<Language, BriefWords>> = { zh: ZH, en: EN };
