import { describe, expect, it } from 'vitest';
import { calledLine, contactKeptLine, joinedLine, releasedLine, waitingLine } from './desk-lines.ts';
import type { Outlook } from './queue-outlook.ts';

const now = Date.parse('2026-11-28T21:30:00+08:00');
const zh = { language: 'zh', timeZone: 'Asia/Shanghai', now } as const;
const en = { ...zh, language: 'en' } as const;
const open: Outlook = { open: true, position: 1, agentsThere: 2, agentsPaused: 0, presenceIsKnown: true };
const closed = (opensAt?: string): Outlook => ({
  ...open,
  open: false,
  opensAt: opensAt === undefined ? undefined : Date.parse(opensAt),
});

describe('a customer who is put into the queue', () => {
  it.each([
    [open, '您排在第一位，同事会按顺序尽快接待您。', 'You are next in line. An agent will be with you'],
    [
      { ...open, position: 4, expectedWait: 130_000 },
      '您前面还有 3 位，预计等待约 3 分钟。',
      '3 people before you. It should take about 3 min',
    ],
    [{ ...open, expectedWait: 20_000 }, '您排在第一位，预计一分钟内有人接待。', 'It should take less than a minute.'],
    [{ ...open, agentsThere: 0 }, '现在暂时没有同事在线', 'Nobody of the team is online'],
    [{ ...open, agentsThere: 0, presenceIsKnown: false }, '您排在第一位', 'You are next'],
    [closed('2026-11-29T09:00:00+08:00'), '明天 9:00 上班', 'back tomorrow at 9:00'],
    [closed('2026-11-28T23:00:00+08:00'), '今天 23:00 上班', 'back today at 23:00'],
    [closed('2026-12-03T10:30:00+08:00'), '12月3日（周四） 10:30 上班', 'back on Thursday, 3 December at 10:30'],
    [closed(), '现在是人工客服的休息时间，您的问题', 'The team is off at the moment. Your'],
  ])('with %j is told in both languages', (outlook, chinese, english) => {
    expect(calledLine(outlook, zh).text).toContain(chinese);
    expect(calledLine(outlook, en).text).toContain(english);
  });

  it('is asked for contact details when nobody is there', () => {
    for (const outlook of [closed(), { ...open, agentsThere: 0 }])
      expect(calledLine(outlook, zh).text).toContain('请留下');
    expect(calledLine(open, zh).text).not.toContain('请留下');
    for (const reader of [zh, en])
      for (const outlook of [closed(), { ...open, agentsThere: 0 }])
        expect(calledLine(outlook, { ...reader, reachable: true }).text).not.toMatch(/请留下|leave a phone/);
  });

  it('is told that colleagues have stepped away when those who are there only pause', () => {
    const paused = { ...open, agentsThere: 0, agentsPaused: 1 };
    expect(calledLine(paused, zh)).toEqual({
      code: 'nobody_online',
      text: expect.stringMatching(/^同事们暂时走开了，/),
    });
    expect(calledLine(paused, en).text).toMatch(/^The team has stepped away/);
  });

  it('is not forgotten, and never told of minutes that nobody knows', () => {
    expect(waitingLine(open, zh)).toEqual({ code: 'waiting', text: expect.stringContaining('让您久等了') });
    expect(waitingLine(closed(), zh).code).toBe('closed');
    expect(releasedLine('vanished', open, zh).text).toContain('掉线');
    expect(joinedLine('小艾', zh).text).toBe('客服 小艾 已接入，为您服务。');
  });

  it('sees the end of the number that was noted, not all of it', () => {
    expect(contactKeptLine({ phone: '13800138000' }, zh).text).toContain('…8000');
    expect(contactKeptLine({ phone: '13800138000' }, zh).text).not.toContain('1380013');
    const { text } = contactKeptLine({ email: 'li.ming@example.com', wechat: 'abc_12345' }, zh);
    expect(text).toContain('（l…@example.com / ab…45）');
  });
});
