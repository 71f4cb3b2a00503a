import type { Database } from 'better-sqlite3';
import type { ChangeSignal } from '../sql/change-signal.ts';
import { CoalescedListeners } from '../sql/coalesced-listeners.ts';

/** How often other processes' commits are looked for, in milliseconds. A look takes a few microseconds. */
const POLL_MS = 100;

/**
 * Own commits are told at once. Those of other processes show in `PRAGMA data_version`, which is read ten times a second
 * while anybody listens; SQLite has no way to be told.
 */
export function createChangeSignal(database: Database, pollMs: number = POLL_MS): ChangeSignal {
  const listeners = new CoalescedListeners();
  const version = () => database.pragma('data_version', { simple: true });
  let seen = version();
  let timer: NodeJS.Timeout | undefined;
  const poll = () => {
    const present = version();
    if (present !== seen) listeners.call();
    seen = present;
  };
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
  };
  return {
    committed: () => listeners.call(),
    onChange(listener) {
      const end = listeners.add(listener);
      timer ??= setInterval(poll, pollMs).unref();
      return () => {
        end();
        if (listeners.isEmpty) stop();
      };
    },
    async close() {
      stop();
      listeners.clear();
    },
  };
}
