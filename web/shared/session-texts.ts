import type { Language } from './language.ts';

const zh = {
  personCalled: '等待人工客服接入',
  agent: '人工客服',
  agentHere: (name: string) => `${name} 正在为您服务`,
  offline: '网络已断开，您写的内容会保留，恢复后自动发送。',
  reconnecting: '正在重新连接…',
  waiting: '正在为您转接人工客服，消息都会保留，请稍候。',
  queue: (place: number) => `您排在第 ${place} 位`,
  wait: (minutes: number) => (minutes <= 1 ? '预计 1 分钟内接入' : `预计等待约 ${minutes} 分钟`),
  facts: (waiting: string, facts: readonly string[]) => `${waiting}${facts.join('，')}。`,
  closed: (time: string) => `现在不是人工服务时间，客服${time} 上班。`,
  nobodyThere: '现在暂时没有客服在线，您的消息已经排上队，客服一上线就会看到。',
  retrying: '网络不稳定，正在重发…',
  retryNow: '立即重发',
  refused: '这条消息没有发出去。',
  refusedText: '内容太长或含有无法识别的字符，请修改后再发。',
  refusedFor: (reason: string) => `原因：${reason}`,
};

/** What chat page and widget say alike: who is there, how long it takes, and what becomes of a message. */
export type SessionTexts = typeof zh;

const en: SessionTexts = {
  personCalled: 'Waiting for a colleague',
  agent: 'Our colleague',
  agentHere: (name) => `${name} is with you`,
  offline: 'You are offline. What you write is kept and sent when you are back.',
  reconnecting: 'Connecting again…',
  waiting: 'We are getting a colleague for you. Everything you write is kept.',
  queue: (place) => `You are number ${place} in the queue`,
  wait: (minutes) => (minutes <= 1 ? 'within a minute' : `about ${minutes} minutes`),
  facts: (waiting, facts) => `${waiting} ${facts.join(', ')}.`,
  closed: (time) => `Nobody is at the desk right now. We are back ${time}.`,
  nobodyThere: 'Nobody is online just now. You are in the queue, and we will see your message as soon as we are back.',
  retrying: 'The connection is unstable, sending again…',
  retryNow: 'Send now',
  refused: 'This message was not sent.',
  refusedText: 'It is too long or has characters we cannot read. Please change it and send it again.',
  refusedFor: (reason) => `Reason: ${reason}`,
};

/** What chat page and widget say about a conversation's state, by language. */
export const SESSION_TEXTS: Record<Language, SessionTexts> = { zh, en };
