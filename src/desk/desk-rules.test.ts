import { describe, expect, it } from 'vitest';
import { openDeskSettings } from '../../test/fakes/test-desk.ts';
import { chooseAgent, type Offerable } from './choose-agent.ts';
import type { DeskAgent } from './desk-agent.ts';
import { expectedWait } from './expected-wait.ts';
import { priorityScore } from './priority-score.ts';
import { readContact } from './read-contact.ts';
import { readDeskSettings } from './read-desk-settings.ts';
import { routeTicket } from './route-ticket.ts';

const agent = (agentId: string, more: Partial<DeskAgent> = {}): DeskAgent => ({
  ...{ agentId, name: agentId, available: true, online: true, gone: false, teams: [], languages: [] },
  ...{ load: 0, maxLoad: 5, seenAt: 0, since: 0, idleSince: 0 },
  ...more,
});
const ticket: Offerable = { team: 'presale', language: 'zh', passedBy: [] };
const chosen = (agents: DeskAgent[], more: Partial<Offerable> = {}) =>
  chooseAgent({ ...ticket, ...more }, agents)?.agentId;

describe('the agent who is asked', () => {
  it('is of the team and speaks the language', () => {
    const agents = [
      agent('en', { languages: ['en'] }),
      agent('other', { teams: ['logistics'] }),
      agent('any'),
      agent('own', { teams: ['presale'] }),
      agent('own-zh', { teams: ['presale'], languages: ['zh'] }),
    ];
    expect(chosen(agents)).toBe('own-zh');
    expect(chosen(agents.slice(0, 4))).toBe('own');
    expect(chosen(agents.slice(0, 3))).toBe('any');
    expect(chosen(agents.slice(0, 1))).toBeUndefined();
  });

  it('is of another team when nobody of the own one is there, but not while it is only busy', () => {
    const other = agent('other', { teams: ['logistics'] });
    expect(chosen([other])).toBe('other');
    expect(chosen([other, agent('gone', { teams: ['presale'], online: false })])).toBe('other');
    expect(chosen([other, agent('busy', { teams: ['presale'], load: 5 })])).toBeUndefined();
  });

  it('knows the customer already, else has least to do, else has been idle longest', () => {
    const agents = [agent('a', { load: 1 }), agent('b', { idleSince: 9 }), agent('c', { idleSince: 5 })];
    expect(chosen(agents)).toBe('c');
    expect(chosen(agents, { lastAgentId: 'a' })).toBe('a');
    expect(chosen(agents, { passedBy: ['c'] })).toBe('b');
  });

  it('is there and wants to be asked', () => {
    expect(chosen([agent('off', { available: false }), agent('full', { load: 5 })])).toBeUndefined();
  });
});

describe('the expected wait', () => {
  const pace = { pickUp: 20_000, handling: 300_000 };
  it.each([
    ['a free agent: the pick-up', { position: 1, free: 2, capacity: 5, pace }, 20_000],
    ['two before the next end', { position: 2, free: 0, capacity: 5, pace }, 20_000 + 120_000],
    ['nobody there', { position: 1, free: 0, capacity: 0, pace }, undefined],
    ['nothing known', { position: 1, free: 0, capacity: 5, pace: {} }, undefined],
    ['free, and nothing known', { position: 1, free: 1, capacity: 5, pace: {} }, undefined],
  ])('%s', (_case, facts, wait) => expect(expectedWait(facts)).toBe(wait));

  it('never falls with the place in the queue', () => {
    const waits = Array.from({ length: 20 }, (_, index) =>
      expectedWait({ position: index + 1, free: 3, capacity: 6, pace }),
    );
    expect(waits).toEqual([...waits].sort((a, b) => (a ?? 0) - (b ?? 0)));
  });
});

describe('the score', () => {
  const base = { priority: 'normal', reason: 'human_request' } as const;
  it('grows with danger, anger, tier, the order and broken promises', () => {
    const plain = priorityScore(base);
    expect(plain).toBe(40);
    for (const more of [
      { reason: 'safety' as const },
      { sentiment: { score: 0.9, signals: [] } },
      { tier: '黑钻会员' },
      { orderValue: 500 },
      { breaches: 1 },
    ]) {
      expect(priorityScore({ ...base, ...more })).toBeGreaterThan(plain);
    }
    expect(priorityScore({ ...base, orderValue: 1e9 })).toBe(60);
    const urgent = { priority: 'urgent' as const };
    const threat = {
      ...urgent,
      reason: 'legal' as const,
      tier: '黑钻',
      orderValue: 1e9,
      sentiment: { score: 1, signals: [] },
    };
    expect(priorityScore({ ...urgent, reason: 'safety' })).toBeGreaterThan(priorityScore(threat));
    expect(priorityScore({ ...base, priority: 'urgent' })).toBeGreaterThan(priorityScore({ ...base, orderValue: 1e9 }));
  });
});

describe('the team', () => {
  it('fits topic, category and language most closely', async () => {
    const shop = await readDeskSettings('knowledge');
    expect(routeTicket('presale', 'zh', '这件毛衣偏大吗', shop)).toMatchObject({
      team: 'presale-clothing',
      category: 'clothing',
      skills: ['presale', 'clothing', 'zh'],
    });
    expect(routeTicket('presale', 'zh', '有优惠吗', shop).team).toBe('presale');
    expect(routeTicket('aftersales', 'en', 'the mug is broken', shop).team).toBe('english');
    expect(routeTicket('complaints', 'en', 'the mug is broken', shop).team).toBe('complaints');
  });

  it('is some team, whatever the shop has named', () => {
    const one = openDeskSettings('teams: [{code: us, name: Us, topics: [presale], languages: [zh]}]');
    expect(routeTicket('legal' as never, 'en', '', one).team).toBe('us');
  });
});

describe('contact details in words', () => {
  it.each([
    ['我手机13800138000，谢谢', { phone: '13800138000' }],
    ['打 +86 138-0013-8000', { phone: '13800138000' }],
    ['call me: +44 20 7946 0958', { phone: '+442079460958' }],
    ['邮箱 a.b@example.com.cn', { email: 'a.b@example.com.cn' }],
    ['加微信：xiao_ming88', { wechat: 'xiao_ming88' }],
    ['我微信号 abc_12345，手机13711112222', { phone: '13711112222', wechat: 'abc_12345' }],
    ['my WeChat id is liming', { wechat: 'liming' }],
    ['wechat is li-ming_8', { wechat: 'li-ming_8' }],
    ['vx liming88', { wechat: 'liming88' }],
    ['微信 payment 失败了', undefined],
    ['wechat payments are broken', undefined],
    ['wechat is broken', undefined],
    ['微信: payment', undefined],
    ['微信：payments 失败', undefined],
    ['wechat: cannot pay', undefined],
    ['wechat is working2', undefined],
    ['wechat identity check failed', undefined],
    ['微信：ming_ming', { wechat: 'ming_ming' }],
    ['微信是liming7', { wechat: 'liming7' }],
    ['微信ID：xiaoming', { wechat: 'xiaoming' }],
    ['my wechat is liming88', { wechat: 'liming88' }],
    ['订单 202611281380013800012', undefined],
    ['什么时候有人', undefined],
  ])('%s', (text, contact) => expect(readContact(text)).toEqual(contact));
});
