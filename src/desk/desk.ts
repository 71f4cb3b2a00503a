import type { Clock } from '../ports/clock.ts';
import type { ConversationStore } from '../ports/conversation-store.ts';
import type { PresenceStore } from '../ports/presence-store.ts';
import type { DeskSettings } from './desk-settings.ts';
import { type Newcomer, Newcomers } from './newcomers.ts';
import { type DeskSnapshot, deskSnapshot } from './queue-outlook.ts';

/** The people's side of the shop: its settings, and how it stands. */
export interface Desk {
  /** The settings in force; they may be replaced while the server runs. */
  readonly settings: DeskSettings;
  /** How the desk stood at the last look: at hand without waiting, a few seconds old at most. */
  readonly snapshot: DeskSnapshot;
  /** Takes in a ticket that is about to be stored. @returns its place in the queue, from 1 */
  queueUp(newcomer: Newcomer): number;
  /** Looks again; calls at the same time share one look. */
  refresh(): Promise<DeskSnapshot>;
  /** Told after each look. @returns ends the subscription */
  onLook(listener: (snapshot: DeskSnapshot) => void): () => void;
}

/** What a desk is read from. */
export interface DeskDeps {
  readonly store: Pick<ConversationStore, 'listHandoffs'>;
  readonly presence: Pick<PresenceStore, 'list'>;
  readonly clock: Clock;
  readonly settings: () => DeskSettings;
}

/** How many tickets of a kind a look takes in; the most urgent of those that wait. */
const MOST_OPEN = 500;
const MOST_CLOSED = 100;
/**
 * Looks that are further apart than this mean that nobody listened for signs of life either: the process was stopped or
 * asleep, or its database away. Agents are heard every 15 seconds.
 */
const DEAF_AFTER_MS = 10_000;

/** A desk that nobody has looked at yet: empty, with nobody there. */
export function createDesk({ store, presence, clock, settings }: DeskDeps): Desk {
  let snapshot = deskSnapshot([], [], [], settings(), { now: clock.now(), heardSince: clock.now() });
  let heardSince: number | undefined;
  const newcomers = new Newcomers();
  let looking: Promise<DeskSnapshot> | undefined;
  const listeners = new Set<(snapshot: DeskSnapshot) => void>();

  async function look(): Promise<DeskSnapshot> {
    const [waiting, claimed, resolved, returned, present] = await Promise.all([
      store.listHandoffs({ status: 'waiting', limit: MOST_OPEN }),
      store.listHandoffs({ status: 'claimed', limit: MOST_OPEN }),
      store.listHandoffs({ status: 'resolved', limit: MOST_CLOSED }),
      store.listHandoffs({ status: 'returned', limit: MOST_CLOSED }),
      presence.list(),
    ]);
    const now = clock.now();
    if (heardSince === undefined || now - snapshot.at > DEAF_AFTER_MS) heardSince = now;
    const time = { now, heardSince };
    snapshot = deskSnapshot([...waiting, ...claimed], [...resolved, ...returned], present, settings(), time);
    newcomers.forget(snapshot);
    for (const listener of listeners) listener(snapshot);
    return snapshot;
  }

  return {
    onLook(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    get settings() {
      return settings();
    },
    get snapshot() {
      return snapshot;
    },
    queueUp(newcomer) {
      return newcomers.add(newcomer, snapshot);
    },
    refresh() {
      looking ??= look().finally(() => {
        looking = undefined;
      });
      return looking;
    },
  };
}
