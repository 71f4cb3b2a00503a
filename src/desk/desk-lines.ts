import { DateTime } from 'luxon';
import type { SystemCode } from '../domain/conversation.ts';
import type { Contact, ReleaseCause } from '../domain/handoff.ts';
import type { Language } from '../domain/understanding.ts';
import { nobodyIsThere, type Outlook } from './queue-outlook.ts';

/** A line to the customer that neither bot nor agent says. */
export interface SystemLine {
  readonly code: SystemCode;
  readonly text: string;
}

/** Who the reader is: language, and the clock on the wall. */
export interface Reader {
  readonly language: Language;
  readonly timeZone: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Has left contact details, and is not asked for them. */
  readonly reachable?: boolean;
}

/** A person was called: what happens next, honestly. */
export function calledLine(outlook: Outlook, reader: Reader): SystemLine {
  const zh = reader.language === 'zh';
  if (!outlook.open) return { code: 'closed', text: closedText(outlook.opensAt, reader) };
  if (!nobodyIsThere(outlook)) return { code: 'called', text: queueText(outlook, zh) };
  return { code: 'nobody_online', text: nobodyText(outlook, reader) };
}

/** Nobody comes soon, and the customer hears it: whatever else is said must not promise the opposite. */
export function saysNobodyComes(outlook: Outlook): boolean {
  return !outlook.open || nobodyIsThere(outlook);
}

/** Still waiting: a word, so that nobody thinks to be forgotten. */
export function waitingLine(outlook: Outlook, reader: Reader): SystemLine {
  if (!outlook.open) return { code: 'closed', text: closedText(outlook.opensAt, reader) };
  if (nobodyIsThere(outlook)) return { ...calledLine(outlook, reader), code: 'nobody_online' };
  const zh = reader.language === 'zh';
  const sorry = zh ? '让您久等了，您还在队列里，没有忘记您。' : 'Thank you for waiting - you are still in the queue. ';
  return { code: 'waiting', text: sorry + queueText(outlook, zh) };
}

/** An agent has taken over. */
export function joinedLine(agentName: string | undefined, { language }: Reader): SystemLine {
  const zh = agentName ? `客服 ${agentName} 已接入，为您服务。` : '人工客服已接入，为您服务。';
  const en = agentName
    ? `${agentName} has joined and will help you.`
    : 'A member of the team has joined and will help you.';
  return { code: 'joined', text: language === 'zh' ? zh : en };
}

/** The agent is gone, the customer is not forgotten. */
export function releasedLine(cause: ReleaseCause, outlook: Outlook, reader: Reader): SystemLine {
  const zh = reader.language === 'zh';
  const vanished = zh ? '抱歉，接待您的同事掉线了。' : 'Sorry, your agent has lost the connection. ';
  const givenUp = zh ? '抱歉，接待您的同事暂时走不开。' : 'Sorry, your agent had to step away. ';
  const kept = zh
    ? '您的位置和之前说的情况都保留着，不用重新说明。'
    : 'You keep your place, and nothing you wrote is lost. ';
  return {
    code: 'released',
    text: (cause === 'vanished' ? vanished : givenUp) + kept + calledLine(outlook, reader).text,
  };
}

/** Another team goes on, once it is the customer's turn there, or a colleague at once. */
export function transferredLine(team: string | undefined, outlook: Outlook, reader: Reader): SystemLine {
  const moment = reader.language === 'zh' ? '请稍等。' : 'One moment, please.';
  const next = team === undefined ? moment : calledLine(outlook, reader).text;
  const zh = `已经帮您转给${team ? `${team}的` : '另一位'}同事，之前的对话都能看到，不用重复说明。${next}`;
  const en = `I have passed you on to ${team ? `our ${team} team` : 'a colleague'}, who can see everything so far. ${next}`;
  return { code: 'transferred', text: reader.language === 'zh' ? zh : en };
}

/** The bot goes on. */
export function returnedLine({ language }: Reader): SystemLine {
  const zh = '人工客服已离开对话，接下来由智能客服小二继续为您解答；需要真人时，回复“转人工”就行。';
  const en =
    'The agent has left, and the virtual assistant goes on from here. Reply "agent" whenever you need a person.';
  return { code: 'returned', text: language === 'zh' ? zh : en };
}

/** The customer, who waited, needs nobody any more. */
export function withdrawnLine({ language }: Reader): SystemLine {
  const zh = '已为您取消人工排队，接下来由智能客服小二继续为您解答；需要真人时，回复“转人工”就行。';
  const en =
    'You are no longer in the queue, and the virtual assistant goes on from here. Reply "agent" whenever you need a person.';
  return { code: 'returned', text: language === 'zh' ? zh : en };
}

/** Done; asks for a rating. */
export function resolvedLine({ language }: Reader): SystemLine {
  const zh = '本次人工服务已结束。麻烦您花几秒钟给这次服务打个分；有新的问题，随时在这里发消息就好。';
  const en =
    'This conversation is closed. Would you take a moment to rate it? Write here any time if something else comes up.';
  return { code: 'resolved', text: language === 'zh' ? zh : en };
}

/** An agent takes a closed matter up again. */
export function reopenedLine(agentName: string | undefined, { language }: Reader): SystemLine {
  const zh = `客服${agentName ? ` ${agentName} ` : ''}重新打开了这次对话，继续跟进您的问题。`;
  const en = `${agentName ?? 'The team'} has reopened this conversation to follow up.`;
  return { code: 'reopened', text: language === 'zh' ? zh : en };
}

/** Contact details were noted; each is told by its ends only, enough to see a slip of the finger. */
export function contactKeptLine({ phone, email, wechat }: Contact, { language }: Reader): SystemLine {
  const shown = [
    phone && `…${phone.replace(/\D/g, '').slice(-4)}`,
    email?.replace(/^(.).*(?=@)/u, '$1…'),
    wechat && `${wechat.slice(0, 2)}…${wechat.slice(-2)}`,
  ];
  const ways = shown.filter(Boolean).join(' / ');
  const zh = `好的，您的联系方式${ways ? `（${ways}）` : ''}已经记下，同事会尽快联系您。`;
  const en = `Thank you, your contact details${ways ? ` (${ways})` : ''} are noted. The team will get in touch.`;
  return { code: 'contact_kept', text: language === 'zh' ? zh : en };
}

function queueText({ position, expectedWait }: Outlook, zh: boolean): string {
  const ahead = position - 1;
  const place = zh ? (ahead === 0 ? '您排在第一位' : `您前面还有 ${ahead} 位`) : placeInEnglish(ahead);
  if (expectedWait === undefined) {
    return zh ? `${place}，同事会按顺序尽快接待您。` : `${place}. An agent will be with you as soon as one is free.`;
  }
  const minutes = Math.ceil(expectedWait / 60_000);
  if (minutes <= 1) return zh ? `${place}，预计一分钟内有人接待。` : `${place}. It should take less than a minute.`;
  return zh ? `${place}，预计等待约 ${minutes} 分钟。` : `${place}. It should take about ${minutes} minutes.`;
}

function placeInEnglish(ahead: number): string {
  if (ahead === 0) return 'You are next in line';
  return ahead === 1 ? 'There is one person before you' : `There are ${ahead} people before you`;
}

function nobodyText({ agentsPaused }: Outlook, { language, reachable }: Reader): string {
  if (language === 'zh') {
    const first = agentsPaused > 0 ? '同事们暂时走开了' : '现在暂时没有同事在线';
    const back = agentsPaused > 0 ? '有人回来就会看到' : '同事一上线就会看到';
    const ask = reachable ? '' : '方便的话请留下手机号或微信，我们会主动联系您。';
    return `${first}，您的消息已经留在队列里，${back}。${ask}`;
  }
  const first = agentsPaused > 0 ? 'The team has stepped away for a moment.' : 'Nobody of the team is online just now.';
  const ask = reachable ? '' : ' If you like, leave a phone number or e-mail address and we will get in touch.';
  return `${first} Your message is in the queue, and they will see it as soon as they are back.${ask}`;
}

function closedText(opensAt: number | undefined, reader: Reader): string {
  const zh = reader.language === 'zh';
  const when = opensAt === undefined ? undefined : openingText(opensAt, reader);
  const first = zh
    ? `现在是人工客服的休息时间${when ? `，${when}上班` : ''}，您的问题已经排上队，上班后按顺序处理。`
    : `The team is off at the moment${when ? ` and back ${when}` : ''}. Your question is in the queue and will be dealt with in turn. `;
  if (reader.reachable) return first + (zh ? '想补充的可以直接写在这里。' : 'You can add details right here.');
  const second = zh
    ? '方便的话请留下手机号、微信或邮箱，我们会主动联系您；想补充的也可以直接写在这里。'
    : 'If you like, leave a phone number or e-mail address and we will get in touch; you can also add details right here.';
  return first + second;
}

function openingText(opensAt: number, { language, timeZone, now }: Reader): string {
  const locale = language === 'zh' ? 'zh-CN' : 'en';
  const opening = DateTime.fromMillis(opensAt, { zone: timeZone }).setLocale(locale);
  const today = DateTime.fromMillis(now, { zone: timeZone }).startOf('day');
  const days = Math.round(opening.startOf('day').diff(today, 'days').days);
  const time = opening.toFormat('H:mm');
  if (language === 'zh') {
    const day = ['今天', '明天', '后天'][days] ?? opening.toFormat('M月d日（ccc）');
    return `${day} ${time} `;
  }
  const day = ['today', 'tomorrow'][days] ?? opening.toFormat("'on' cccc, d MMMM");
  // Whoever writes English may live by another clock.
  return `${day} at ${time} ${opening.toFormat('ZZZZ')}`;
}
