import type { Language } from '../domain/understanding.ts';

/** What the desk needs to know of an agent's account. */
export interface AgentProfile {
  /** The name customers are told. */
  readonly name: string;
  /** Codes of the desk's teams; none: all. */
  readonly teams: readonly string[];
  /** None: all. */
  readonly languages: readonly Language[];
}

/** Finds accounts of agents. */
export interface AgentProfiles {
  /** Undefined when there is no such account: the agent is known to a program of the shop only. */
  find(agentId: string): Promise<AgentProfile | undefined>;
}
