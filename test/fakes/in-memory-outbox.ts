import type { Claim, DeadLetter, Failure, NewMessage, Outbox, OutboxMessage } from '../../src/ports/outbox.ts';

interface Entry extends NewMessage {
  state: 'pending' | 'done' | 'dead';
  attempts: number;
  dueAt: number;
  claimedUntil: number;
  failure?: Failure;
  endedAt?: number;
}

/** An outbox that forgets with the process; passes the same contract as the real ones. */
export class InMemoryOutbox implements Outbox {
  /** In the order they were queued. */
  readonly entries: Entry[] = [];
  readonly #cursors = new Map<string, number>();

  async cursor(target: string): Promise<number | undefined> {
    return this.#cursors.get(target);
  }

  async advance(target: string, from: number | undefined, to: number, messages: readonly NewMessage[]) {
    if (this.#cursors.get(target) !== from) return false;
    this.#cursors.set(target, to);
    for (const message of messages) await this.put(message);
    return true;
  }

  async put(message: NewMessage): Promise<boolean> {
    if (this.#find(message.id)) return false;
    this.entries.push({ ...message, state: 'pending', attempts: 0, dueAt: message.createdAt, claimedUntil: 0 });
    return true;
  }

  async claim(target: string, { now, until, limit, passed = [] }: Claim) {
    const pending = this.entries.filter((entry) => entry.target === target && entry.state === 'pending');
    const isHeldUp = (entry: Entry, index: number) =>
      pending.slice(0, index).some(({ id, lane }) => lane === entry.lane && !passed.includes(id));
    const first = pending.filter((entry, index) => entry.lane === undefined || !isHeldUp(entry, index));
    const due = first.filter((entry) => entry.dueAt <= now && entry.claimedUntil <= now);
    const taken = due.sort((a, b) => a.dueAt - b.dueAt).slice(0, limit);
    for (const entry of taken) entry.claimedUntil = until;
    return taken.map(asMessage);
  }

  async done(id: string, at: number): Promise<void> {
    this.#change(id, { state: 'done', endedAt: at, payload: undefined });
  }

  async retry(id: string, dueAt: number, failure: Failure, { leavesLane = false } = {}): Promise<void> {
    const attempts = (this.#find(id)?.attempts ?? 0) + 1;
    this.#change(id, { attempts, dueAt, failure, claimedUntil: 0, ...(leavesLane ? { lane: undefined } : {}) });
  }

  async bury(id: string, at: number, failure: Failure): Promise<void> {
    const attempts = (this.#find(id)?.attempts ?? 0) + 1;
    this.#change(id, { state: 'dead', attempts, failure, endedAt: at });
  }

  async buryAll(target: string, at: number, failure: Failure): Promise<void> {
    for (const entry of this.entries) {
      if (entry.target === target && entry.state === 'pending') {
        Object.assign(entry, { state: 'dead', failure, endedAt: at });
      }
    }
  }

  async deadLetters({ targetPrefix = '', limit = 100 }: { targetPrefix?: string; limit?: number }) {
    const dead = this.entries.filter((entry) => entry.state === 'dead' && entry.target.startsWith(targetPrefix));
    const newest = dead.reverse().sort((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0));
    return newest.slice(0, limit).map((entry): DeadLetter => {
      const { failure = { reason: '' }, endedAt = 0 } = entry;
      return { ...asMessage(entry), failure, diedAt: endedAt };
    });
  }

  async replay(id: string, now: number): Promise<boolean> {
    if (this.#find(id)?.state !== 'dead') return false;
    this.#change(id, { state: 'pending', attempts: 0, dueAt: now, claimedUntil: 0, failure: undefined });
    return true;
  }

  async forget(target: string): Promise<void> {
    this.#cursors.delete(target);
    this.#drop((entry) => entry.target === target);
  }

  async prune(before: { done: number; dead: number }): Promise<void> {
    this.#drop((entry) => entry.state !== 'pending' && (entry.endedAt ?? 0) < before[entry.state]);
  }

  #find(id: string): Entry | undefined {
    return this.entries.find((entry) => entry.id === id);
  }

  #change(id: string, change: Partial<Entry>): void {
    Object.assign(this.#find(id) ?? {}, change);
  }

  #drop(isGone: (entry: Entry) => boolean): void {
    this.entries.splice(0, this.entries.length, ...this.entries.filter((entry) => !isGone(entry)));
  }
}

function asMessage({ id, target, lane, change, payload, createdAt, attempts }: Entry): OutboxMessage {
  return { id, target, lane, change, payload, createdAt, attempts };
}
