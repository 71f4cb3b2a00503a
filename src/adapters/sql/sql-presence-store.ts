import { type Kysely, type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { AgentPresence, PresenceStore } from '../../ports/presence-store.ts';
import type { AgentPresenceTable } from './presence-tables.ts';
import { readStored } from './stored-value.ts';
import type { Tables } from './tables.ts';

const teams = z.array(z.string());
const languages = z.array(z.enum(['zh', 'en']));

/** Presence in a database, shared by all processes. */
export function createSqlPresenceStore(db: Kysely<Tables>): PresenceStore {
  return {
    async list() {
      return (await db.selectFrom('agent_presence').selectAll().orderBy('agent_id').execute()).map(fromRow);
    },
    async set(agent) {
      const row = {
        name: agent.name,
        available: Number(agent.available),
        teams: JSON.stringify(agent.teams),
        languages: JSON.stringify(agent.languages),
        seen_at: agent.seenAt,
      };
      await db
        .insertInto('agent_presence')
        .values({ ...row, agent_id: agent.agentId, since: agent.seenAt })
        .onConflict((conflict) =>
          conflict.column('agent_id').doUpdateSet({
            ...row,
            since: sql<number>`CASE WHEN agent_presence.available = ${row.available}
              THEN agent_presence.since ELSE ${agent.seenAt} END`,
          }),
        )
        .execute();
    },
    async beat(agentId, at) {
      const known = db.updateTable('agent_presence').set({ seen_at: at }).where('agent_id', '=', agentId);
      await known.where('seen_at', '<', at).execute();
    },
  };
}

function fromRow(row: Selectable<AgentPresenceTable>): AgentPresence {
  const what = `presence of ${row.agent_id}`;
  return {
    agentId: row.agent_id,
    name: row.name,
    available: row.available === 1,
    teams: readStored(teams, row.teams, what),
    languages: readStored(languages, row.languages, what),
    seenAt: row.seen_at,
    since: row.since,
  };
}
