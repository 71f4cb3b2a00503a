import type { Kysely } from 'kysely';
import { HANDOFF_STATUSES, type Handoff, type HandoffStatus } from '../../domain/handoff.ts';
import type { HandoffFilter } from '../../ports/conversation-store.ts';
import { handoffFromRow } from './stored-handoff.ts';
import type { Tables } from './tables.ts';

interface Row {
  readonly id: string;
  readonly data: string;
  readonly status: string;
  readonly queue_rank: number;
  readonly opened_at: number;
  readonly sequence: number;
}

/** See `ConversationStore.listHandoffs`. Asks for each status by itself, so that an index serves each of them. */
export async function listHandoffs(db: Kysely<Tables>, filter: HandoffFilter): Promise<Handoff[]> {
  const { status, limit = 200 } = filter;
  if (filter.conversationIds?.length === 0) return [];
  const statuses = status === undefined ? HANDOFF_STATUSES : [status];
  const found = (await Promise.all(statuses.map((one) => newestOrMostUrgent(db, filter, one, limit)))).flat();
  const open = found.filter(({ status }) => isQueue(status)).sort(byQueue);
  const closed = found.filter(({ status }) => !isQueue(status)).sort((a, b) => b.opened_at - a.opened_at);
  return [...open, ...closed].slice(0, limit).sort(byQueue).map(handoffFromRow);
}

const isQueue = (status: string) => status === 'waiting' || status === 'claimed';
const byQueue = (a: Row, b: Row) => b.queue_rank - a.queue_rank || a.sequence - b.sequence;

function newestOrMostUrgent(
  db: Kysely<Tables>,
  { team, agentId, conversationIds }: HandoffFilter,
  status: HandoffStatus,
  limit: number,
): Promise<Row[]> {
  return db
    .selectFrom('handoff')
    .select(['id', 'data', 'status', 'queue_rank', 'opened_at', 'sequence'])
    .where('status', '=', status)
    .$if(team !== undefined, (query) => query.where('team', '=', team ?? ''))
    .$if(conversationIds !== undefined, (query) => query.where('conversation_id', 'in', conversationIds ?? []))
    .$if(agentId !== undefined, (query) =>
      query.where(({ eb, or }) => or([eb('agent_id', '=', agentId ?? ''), eb('offered_to', '=', agentId ?? '')])),
    )
    .$if(isQueue(status), (query) => query.orderBy('queue_rank', 'desc').orderBy('sequence'))
    .$if(!isQueue(status), (query) => query.orderBy('opened_at', 'desc').orderBy('sequence', 'desc'))
    .limit(limit)
    .execute();
}
