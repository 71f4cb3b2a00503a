import type { Desk } from '../../desk/desk.ts';
import { outlookAt } from '../../desk/queue-outlook.ts';

/** The desk as agents see it, besides the queue. */
export type DeskView = ReturnType<typeof deskView>;

/** @param now epoch milliseconds */
export function deskView({ settings, snapshot }: Pick<Desk, 'settings' | 'snapshot'>, now: number) {
  const { teams, outcomes, quickReplies } = settings;
  return {
    teams: teams.map(({ code, name }) => ({ code, name })),
    outcomes,
    quickReplies,
    ...deskState({ settings, snapshot }, now),
  };
}

/** What of it changes from minute to minute. @param now epoch milliseconds */
export function deskState({ settings, snapshot }: Pick<Desk, 'settings' | 'snapshot'>, now: number) {
  const { open, opensAt, expectedWait } = outlookAt(snapshot.waiting.length + 1, snapshot, settings, now);
  return {
    agents: snapshot.agents.map(({ agentId, name, available, online, teams, languages, load, maxLoad }) => ({
      ...{ id: agentId, name, available, online, teams, languages, load, maxLoad },
    })),
    open,
    opensAt: open ? null : (opensAt ?? null),
    waiting: snapshot.waiting.length,
    expectedWait: expectedWait === undefined ? null : { seconds: Math.ceil(expectedWait / 10_000) * 10 },
  };
}
