import type { ChangeSignal } from '../sql/change-signal.ts';
import { CoalescedListeners } from '../sql/coalesced-listeners.ts';
import { ListeningConnection, type ListeningOptions } from './listening-connection.ts';

/** SQL of the channel's name, as in migration 2. Channels belong to a database; two shops may share one, each in its schema. */
const CHANNEL = `'xiaoer_' || md5(current_schema())`;

/**
 * Own commits are told at once, those of other processes by NOTIFY, which a trigger on the counter of changes sends. A
 * connection that listens is opened when somebody wants to know.
 */
export function createChangeSignal(options: Omit<ListeningOptions, 'channel' | 'heard'>): ChangeSignal {
  const listeners = new CoalescedListeners();
  let connection: ListeningConnection | undefined;
  return {
    committed: () => listeners.call(),
    onChange(listener) {
      connection ??= new ListeningConnection({ ...options, channel: CHANNEL, heard: () => listeners.call() });
      return listeners.add(listener);
    },
    async close() {
      listeners.clear();
      await connection?.close();
    },
  };
}
