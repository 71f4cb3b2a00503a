import type { TextStorage } from './drafts.ts';

const KEY = 'xiaoer-console-seen';
/** Conversations remembered; the longest ago are dropped. */
const MOST = 300;

/** When the last line that was seen had been said, by conversation; kept across reloads. */
export interface SeenTimes {
  readonly read: () => ReadonlyMap<string, number>;
  readonly keep: (seenAt: ReadonlyMap<string, number>) => void;
}

/** Seen times in the browser's storage; where that is forbidden they last as long as the page. */
export function seenTimes(storage: TextStorage): SeenTimes {
  return {
    read() {
      try {
        const kept: unknown = JSON.parse(storage.getItem(KEY) ?? '[]');
        return new Map(Array.isArray(kept) ? kept.filter(isEntry) : []);
      } catch {
        return new Map();
      }
    },
    keep(seenAt) {
      const newest = [...seenAt].sort(([, one], [, other]) => one - other).slice(-MOST);
      try {
        storage.setItem(KEY, JSON.stringify(newest));
      } catch {
        // Private windows and full discs refuse: after a reload some lines count as unread again.
      }
    },
  };
}

function isEntry(entry: unknown): entry is [string, number] {
  return Array.isArray(entry) && typeof entry[0] === 'string' && typeof entry[1] === 'number';
}
