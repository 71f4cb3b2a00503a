/** The part of `Storage` that is used; reading and writing may throw where the browser forbids it. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What an agent has begun to write in one conversation. */
export interface Draft {
  readonly reply: string;
  readonly note: string;
}

const EMPTY: Draft = { reply: '', note: '' };
const KEY = 'xiaoer-console-drafts';
/** Drafts kept; the oldest are dropped. */
const MOST = 100;

/** What has been begun, one draft a conversation and kept across reloads. */
export interface Drafts {
  readonly read: (conversationId: string) => Draft;
  readonly keep: (conversationId: string, draft: Draft) => void;
}

/** Drafts in the browser's storage; where that is forbidden they last as long as the page. */
export function createDrafts(storage: TextStorage): Drafts {
  let known = readAll(storage);
  return {
    read: (conversationId) => known.get(conversationId) ?? EMPTY,
    keep(conversationId, draft) {
      const rest = [...known].filter(([id]) => id !== conversationId);
      const isEmpty = draft.reply === '' && draft.note === '';
      known = new Map(isEmpty ? rest : [...rest.slice(-MOST + 1), [conversationId, draft]]);
      try {
        storage.setItem(KEY, JSON.stringify([...known]));
      } catch {
        // Private windows and full discs refuse: the draft is still in memory.
      }
    },
  };
}

function readAll(storage: TextStorage): Map<string, Draft> {
  try {
    const stored: unknown = JSON.parse(storage.getItem(KEY) ?? '[]');
    if (!Array.isArray(stored)) return new Map();
    return new Map(stored.filter(isEntry));
  } catch {
    return new Map();
  }
}

function isEntry(entry: unknown): entry is [string, Draft] {
  if (!Array.isArray(entry) || typeof entry[0] !== 'string') return false;
  return typeof entry[1]?.reply === 'string' && typeof entry[1]?.note === 'string';
}
