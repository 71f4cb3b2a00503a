import { type Kysely, sql } from 'kysely';
import { createWhispers, type Whispers } from '../../ports/whispers.ts';
import type { ChangeSignal } from '../sql/change-signal.ts';
import { CoalescedListeners } from '../sql/coalesced-listeners.ts';
import type { Tables } from '../sql/tables.ts';
import { ListeningConnection, type ListeningOptions } from './listening-connection.ts';

/** SQL of the channel's name, as in migration 2. Channels belong to a database; two shops may share one, each in its schema. */
const CHANNEL = `'xiaoer_' || md5(current_schema())`;

/**
 * Own commits are told at once, those of other processes by NOTIFY, which a trigger on the counter of changes sends.
 * Whispers go the same way; what distinguishes them is that they say something. A connection that listens is opened when
 * somebody wants to know.
 */
export function createChangeSignal(
  db: Kysely<Tables>,
  options: Omit<ListeningOptions, 'channel' | 'heard'>,
): ChangeSignal & Whispers {
  const listeners = new CoalescedListeners();
  const heardWhispers = createWhispers();
  let connection: ListeningConnection | undefined;
  const heard = (payload: string) => (payload === '' ? listeners.call() : void heardWhispers.whisper(payload));
  const listen = () => {
    connection ??= new ListeningConnection({ ...options, channel: CHANNEL, heard });
  };
  return {
    committed: () => listeners.call(),
    onChange(listener) {
      listen();
      return listeners.add(listener);
    },
    async whisper(text) {
      await sql`SELECT pg_notify(${sql.raw(CHANNEL)}, ${text})`.execute(db);
    },
    onWhisper(listener) {
      listen();
      return heardWhispers.onWhisper(listener);
    },
    async close() {
      listeners.clear();
      await connection?.close();
    },
  };
}
