import { expect, it } from 'vitest';
import { deskSnapshot } from '../../desk/queue-outlook.ts';
import { parseDeskSettings } from '../../desk/read-desk-settings.ts';
import type { AgentPresence } from '../../ports/presence-store.ts';
import { emptyConversation } from '../state/fold-conversation.ts';
import { customerStatus } from './customer-status.ts';

const NOON = Date.UTC(2026, 10, 30, 4);
const MIDNIGHT = NOON + 12 * 60 * 60_000;
const settings = parseDeskSettings(
  'desk.yaml',
  'hours: {timeZone: Asia/Shanghai, week: {monday: ["10:00-20:00"], tuesday: ["10:00-20:00"]}}',
);
const waiting = { ...emptyConversation('c'), status: 'waiting' as const };

function told(now: number, ...agents: Pick<AgentPresence, 'available' | 'seenAt'>[]) {
  const present = agents.map((agent, index) => ({
    ...{ agentId: `a${index}`, name: 'Amy', teams: [], languages: ['zh' as const], since: agent.seenAt },
    ...agent,
  }));
  return customerStatus(
    waiting,
    { settings, snapshot: deskSnapshot([], [], present, settings, { now, heardSince: 0 }) },
    now,
  );
}

it('says that nobody is there only within the hours of a desk that knows who is', () => {
  expect(told(NOON)).not.toHaveProperty('nobodyThere');
  expect(told(NOON, { available: true, seenAt: NOON })).not.toHaveProperty('nobodyThere');
  expect(told(NOON, { available: false, seenAt: NOON })).toMatchObject({ nobodyThere: true, opensAt: null });
  expect(told(MIDNIGHT, { available: false, seenAt: MIDNIGHT })).not.toHaveProperty('nobodyThere');
});

it('says by whose clock the desk opens', () => {
  expect(told(MIDNIGHT)).toMatchObject({ opensAt: Date.UTC(2026, 11, 1, 2), timeZone: 'Asia/Shanghai' });
  expect(told(NOON)).not.toHaveProperty('timeZone');
});
