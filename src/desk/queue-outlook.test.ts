import { describe, expect, it } from 'vitest';
import type { AgentPresence } from '../ports/presence-store.ts';
import { deskSnapshot, nobodyIsThere, outlookAt } from './queue-outlook.ts';
import { parseDeskSettings } from './read-desk-settings.ts';

const NOON = Date.UTC(2026, 10, 30, 4);
const MIDNIGHT = NOON + 12 * 60 * 60_000;
const settings = parseDeskSettings(
  'desk.yaml',
  'hours: {timeZone: Asia/Shanghai, week: {monday: ["10:00-20:00"], tuesday: ["10:00-20:00"]}}',
);

function agent(agentId: string, seenAt: number, available = true): AgentPresence {
  return { agentId, name: agentId, teams: [], languages: ['zh'], available, seenAt, since: seenAt };
}

function outlook(agents: readonly AgentPresence[], now: number) {
  return outlookAt(1, deskSnapshot([], [], agents, settings, { now, heardSince: 0 }), settings, now);
}

describe('what a customer can be told about waiting', () => {
  it('is when the desk opens, outside its hours', () => {
    expect(outlook([agent('amy', NOON)], MIDNIGHT)).toMatchObject({
      open: false,
      opensAt: Date.UTC(2026, 11, 1, 2),
      agentsThere: 0,
    });
  });

  it('is that somebody is there, when a colleague works late', () => {
    expect(outlook([agent('amy', MIDNIGHT)], MIDNIGHT)).toEqual({
      open: true,
      position: 1,
      agentsThere: 1,
      agentsPaused: 0,
      presenceIsKnown: true,
    });
  });

  it('does not count an agent who takes no conversations', () => {
    expect(outlook([agent('amy', MIDNIGHT, false)], MIDNIGHT).open).toBe(false);
  });

  it('is that nobody is there, when the hours say so and the agents do not', () => {
    expect(nobodyIsThere(outlook([agent('amy', NOON, false)], NOON))).toBe(true);
    expect(nobodyIsThere(outlook([agent('amy', NOON)], NOON))).toBe(false);
  });
});
