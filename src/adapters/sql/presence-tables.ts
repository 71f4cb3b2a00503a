/** The last an agent's page or program said of an agent. Times are epoch milliseconds. */
export interface AgentPresenceTable {
  agent_id: string;
  name: string;
  /** 1 or 0. */
  available: number;
  /** JSON. */
  teams: string;
  languages: string;
  seen_at: number;
  since: number;
}

/** The tables of presence as kysely sees them. */
export interface PresenceTables {
  agent_presence: AgentPresenceTable;
}
