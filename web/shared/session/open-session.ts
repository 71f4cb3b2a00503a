import { newId } from '../new-id.ts';
import { ChatSession } from './chat-session.ts';
import { createDeskClient, type DeskAddress, type DeskClient } from './desk-client.ts';
import { KeptState, memoryStorage, type PageStorage } from './kept-state.ts';

/** A conversation of this browser, and how to hear of it. */
export interface OpenSession {
  readonly session: ChatSession;
  readonly client: DeskClient;
  /** Where it is kept; lasts as long as the page where the browser keeps nothing. */
  readonly storage: PageStorage;
  /** Calls back when the session changed; returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * Joins a session to the browser: its clock, its storage, and the other tabs that use the same.
 * @param scope what tells one customer of one shop from another
 */
export function openSession(address: DeskAddress, scope: string): OpenSession {
  const listeners = new Set<() => void>();
  const client = createDeskClient(address);
  const storage = pageStorage();
  const session = new ChatSession({
    ...{ client, newId, now: Date.now, random: Math.random },
    kept: new KeptState(storage, scope),
    startTimer(milliseconds, run) {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    onChange() {
      for (const listener of listeners) listener();
    },
  });
  window.addEventListener('storage', () => session.takeKept());
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return { session, client, storage, subscribe };
}

/** Browsers that keep nothing throw when they are asked. */
function pageStorage(): PageStorage {
  try {
    localStorage.removeItem('xiaoer:test');
    return localStorage;
  } catch {
    return memoryStorage();
  }
}
