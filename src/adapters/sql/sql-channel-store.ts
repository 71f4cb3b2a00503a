import { z } from 'zod';
import type { ChannelStore } from '../../ports/channel-store.ts';
import type { SqlDatabase } from './sql-database.ts';
import { readStored } from './stored-value.ts';

const storedAddress = z.record(z.string(), z.string());

/** What channels remember in a database. */
export function createSqlChannelStore({ db }: Pick<SqlDatabase, 'db'>): ChannelStore {
  const recall = async (key: string) =>
    (await db.selectFrom('channel_value').select('value').where('key', '=', key).executeTakeFirst())?.value;
  return {
    async address(conversationId) {
      const row = await db
        .selectFrom('channel_address')
        .selectAll()
        .where('conversation_id', '=', conversationId)
        .executeTakeFirst();
      if (!row) return undefined;
      const address = readStored(storedAddress, row.address, `address of ${conversationId}`);
      return { conversationId, channel: row.channel, address };
    },
    async keepAddress({ conversationId, channel, address }) {
      const row = { channel, address: JSON.stringify(address) };
      await db
        .insertInto('channel_address')
        .values({ conversation_id: conversationId, ...row })
        .onConflict((conflict) => conflict.column('conversation_id').doUpdateSet(row))
        .execute();
    },
    recall,
    async remember(key, value, until) {
      const row = { value, until: until ?? null };
      await db
        .insertInto('channel_value')
        .values({ key, ...row })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
        .execute();
    },
    async settle(key, value, until) {
      await db
        .insertInto('channel_value')
        .values({ key, value, until: until ?? null })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .execute();
      return (await recall(key)) ?? value;
    },
    async prune(now) {
      await db.deleteFrom('channel_value').where('until', '<=', now).execute();
    },
  };
}
