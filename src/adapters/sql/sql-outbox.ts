import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Claim, DeadLetter, Failure, NewMessage, Outbox, OutboxMessage } from '../../ports/outbox.ts';
import type { OutboxMessageTable } from './channel-tables.ts';
import type { SqlDatabase } from './sql-database.ts';
import type { Tables } from './tables.ts';

type Row = Selectable<OutboxMessageTable>;

/** The outbox of a database. */
export function createSqlOutbox({ db }: Pick<SqlDatabase, 'db'>): Outbox {
  const change = (id: string, set: Partial<Row>) =>
    db.updateTable('outbox_message').set(set).where('id', '=', id).execute();
  return {
    cursor: async (target) => (await cursorRow(db, target))?.sequence,
    advance: (target, from, to, messages) =>
      db.transaction().execute(async (transaction) => {
        if (!(await moveCursor(transaction, target, from, to))) return false;
        for (const message of messages) await insert(transaction, message);
        return true;
      }),
    put: (message) => insert(db, message),
    claim: (target, claim) => claimDue(db, target, claim),
    async done(id, at) {
      await change(id, { state: 'done', ended_at: at, payload: null });
    },
    async retry(id, dueAt, failure, { leavesLane = false } = {}) {
      await db
        .updateTable('outbox_message')
        .set((row) => ({
          ...failureColumns(failure),
          ...(leavesLane ? { lane: null } : {}),
          attempts: row('attempts', '+', 1),
          due_at: dueAt,
          claimed_until: 0,
        }))
        .where('id', '=', id)
        .execute();
    },
    async bury(id, at, failure) {
      await db
        .updateTable('outbox_message')
        .set((row) => ({ ...failureColumns(failure), attempts: row('attempts', '+', 1), state: 'dead', ended_at: at }))
        .where('id', '=', id)
        .execute();
    },
    async buryAll(target, at, failure) {
      await db
        .updateTable('outbox_message')
        .set({ ...failureColumns(failure), state: 'dead', ended_at: at })
        .where('target', '=', target)
        .where('state', '=', 'pending')
        .execute();
    },
    deadLetters: (filter) => deadLetters(db, filter),
    async replay(id, now) {
      const { numUpdatedRows } = await db
        .updateTable('outbox_message')
        .set({ state: 'pending', attempts: 0, due_at: now, claimed_until: 0, failure: null, failure_status: null })
        .where('id', '=', id)
        .where('state', '=', 'dead')
        .executeTakeFirst();
      return numUpdatedRows > 0;
    },
    forget: (target) =>
      db.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('feed_cursor').where('target', '=', target).execute();
        await transaction.deleteFrom('outbox_message').where('target', '=', target).execute();
      }),
    async prune(before) {
      for (const state of ['done', 'dead'] as const) {
        await db
          .deleteFrom('outbox_message')
          .where('state', '=', state)
          .where('ended_at', '<', before[state])
          .execute();
      }
    },
  };
}

function cursorRow(db: Kysely<Tables>, target: string) {
  return db.selectFrom('feed_cursor').select('sequence').where('target', '=', target).executeTakeFirst();
}

/** The write comes first: it takes the lock, so of two processes that move the same cursor one finds it moved. */
async function moveCursor(db: Transaction<Tables>, target: string, from: number | undefined, to: number) {
  if (from === undefined) {
    const added = await db
      .insertInto('feed_cursor')
      .values({ target, sequence: to })
      .onConflict((conflict) => conflict.column('target').doNothing())
      .executeTakeFirst();
    return (added.numInsertedOrUpdatedRows ?? 0n) > 0n;
  }
  const moved = await db
    .updateTable('feed_cursor')
    .set({ sequence: to })
    .where('target', '=', target)
    .where('sequence', '=', from)
    .executeTakeFirst();
  return moved.numUpdatedRows > 0n;
}

async function insert(db: Kysely<Tables>, message: NewMessage): Promise<boolean> {
  const { id, target, lane, change, payload, createdAt } = message;
  const row = { id, target, lane: lane ?? null, change_sequence: change ?? null, payload: payload ?? null };
  const added = await db
    .insertInto('outbox_message')
    .values({ ...row, created_at: createdAt, due_at: createdAt, claimed_until: 0, attempts: 0, state: 'pending' })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

async function claimDue(
  db: Kysely<Tables>,
  target: string,
  { now, until, limit, passed = [] }: Claim,
): Promise<OutboxMessage[]> {
  const due = await db
    .selectFrom('outbox_message as message')
    .select('sequence')
    .where('target', '=', target)
    .where('state', '=', 'pending')
    .where('due_at', '<=', now)
    .where('claimed_until', '<=', now)
    .where(({ or, eb, not, exists, selectFrom }) =>
      or([
        eb('lane', 'is', null),
        not(
          exists(
            selectFrom('outbox_message as earlier')
              .select('earlier.sequence')
              .whereRef('earlier.target', '=', 'message.target')
              .whereRef('earlier.lane', '=', 'message.lane')
              .where('earlier.state', '=', 'pending')
              .whereRef('earlier.sequence', '<', 'message.sequence')
              .$if(passed.length > 0, (query) => query.where('earlier.id', 'not in', passed)),
          ),
        ),
      ]),
    )
    .orderBy('due_at')
    .orderBy('sequence')
    .limit(limit)
    .execute();
  // Most looks find nothing, and should not take the write lock.
  if (due.length === 0) return [];
  const claimed = await db
    .updateTable('outbox_message')
    .set({ claimed_until: until })
    .where(
      'sequence',
      'in',
      due.map(({ sequence }) => sequence),
    )
    .where('state', '=', 'pending')
    .where('claimed_until', '<=', now)
    .returningAll()
    .execute();
  return claimed.sort((a, b) => a.due_at - b.due_at || a.sequence - b.sequence).map(asMessage);
}

async function deadLetters(
  db: Kysely<Tables>,
  { targetPrefix = '', limit = 100 }: { readonly targetPrefix?: string; readonly limit?: number },
): Promise<DeadLetter[]> {
  const rows = await db
    .selectFrom('outbox_message')
    .selectAll()
    .where('state', '=', 'dead')
    .where(({ eb, fn, val }) =>
      eb(fn<string>('substr', ['target', val(1), val(targetPrefix.length)]), '=', targetPrefix),
    )
    .orderBy('ended_at', 'desc')
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    ...asMessage(row),
    failure: { reason: row.failure ?? '', status: row.failure_status ?? undefined },
    diedAt: row.ended_at ?? 0,
  }));
}

function failureColumns({ reason, status }: Failure) {
  return { failure: reason, failure_status: status ?? null };
}

function asMessage(row: Row): OutboxMessage {
  return {
    id: row.id,
    target: row.target,
    lane: row.lane ?? undefined,
    change: row.change_sequence ?? undefined,
    payload: row.payload ?? undefined,
    createdAt: row.created_at,
    attempts: row.attempts,
  };
}
