import type { ChangeFeed } from '../../ports/change-feed.ts';
import type { SqlDatabase } from './sql-database.ts';
import { storedEvent } from './stored-event.ts';
import { readStored } from './stored-value.ts';

/** The change feed of a database. */
export function createSqlChangeFeed({ db, signal }: Pick<SqlDatabase, 'db' | 'signal'>): ChangeFeed {
  return {
    async since(after, limit = 500) {
      const rows = await db
        .selectFrom('conversation_event')
        .select(['sequence', 'conversation_id', 'position', 'data'])
        .where('sequence', '>', after)
        .orderBy('sequence')
        .limit(limit)
        .execute();
      return rows.map(({ sequence, conversation_id: conversationId, position, data }) => {
        const event = readStored(storedEvent, data, `event ${position} of ${conversationId}`);
        return { sequence, conversationId, position, event };
      });
    },
    async latest() {
      const { value } = await db.selectFrom('change_counter').select('value').executeTakeFirstOrThrow();
      return value;
    },
    onChange: (listener) => signal.onChange(listener),
  };
}
