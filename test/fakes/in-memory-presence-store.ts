import type { AgentPresence, PresenceStore } from '../../src/ports/presence-store.ts';

/** Presence that is forgotten with the process; passes the same contract as the real store. */
export class InMemoryPresenceStore implements PresenceStore {
  readonly #agents = new Map<string, AgentPresence>();

  async list(): Promise<AgentPresence[]> {
    return structuredClone([...this.#agents.values()].sort((a, b) => (a.agentId < b.agentId ? -1 : 1)));
  }

  async set(agent: Omit<AgentPresence, 'since'>): Promise<void> {
    const before = this.#agents.get(agent.agentId);
    const since = before?.available === agent.available ? before.since : agent.seenAt;
    this.#agents.set(agent.agentId, structuredClone({ ...agent, since }));
  }

  async beat(agentId: string, at: number): Promise<void> {
    const before = this.#agents.get(agentId);
    if (before) this.#agents.set(agentId, { ...before, seenAt: Math.max(before.seenAt, at) });
  }
}
