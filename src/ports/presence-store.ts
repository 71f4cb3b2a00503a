import type { Language } from '../domain/understanding.ts';

/** What an agent's page or program last said of an agent. Times are epoch milliseconds. */
export interface AgentPresence {
  readonly agentId: string;
  /** The name customers and colleagues are told. */
  readonly name: string;
  /** Whether the agent wants offers. */
  readonly available: boolean;
  /** Codes of the desk's teams; none: all. */
  readonly teams: readonly string[];
  /** None: all. */
  readonly languages: readonly Language[];
  /** The last sign of life. */
  readonly seenAt: number;
  /** Since when the agent has been available; the last change of availability. */
  readonly since: number;
}

/** Which agents are there; shared by all processes of one desk. */
export interface PresenceStore {
  /** Every agent that was ever there, by id. */
  list(): Promise<AgentPresence[]>;
  /** Keeps what an agent says of itself; a sign of life too. `since` stays unless availability changes. */
  set(agent: Omit<AgentPresence, 'since'>): Promise<void>;
  /** A sign of life of an agent that is known; of others, nothing. Never moves `seenAt` back. */
  beat(agentId: string, at: number): Promise<void>;
}
