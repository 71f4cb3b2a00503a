import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { describeAccountStores } from '../../../test/contracts/account-store-contract.ts';
import { describeChangeFeed } from '../../../test/contracts/change-feed-contract.ts';
import { describeConversationStore } from '../../../test/contracts/conversation-store-contract.ts';
import { describePersonalDataStore } from '../../../test/contracts/personal-data-store-contract.ts';
import { describePresenceStore } from '../../../test/contracts/presence-store-contract.ts';
import type { ConversationEvent } from '../../domain/conversation.ts';
import { ConflictError } from '../../domain/errors.ts';
import { joinStores } from '../../open-stores.ts';
import { type MigrationTarget, migrate, type SchemaTables } from '../sql/migrate.ts';
import { createDialect } from './dialect.ts';
import { lockMigrations } from './lock-migrations.ts';
import { openSqliteDatabase, type SqliteOptions } from './open-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'xiaoer-sqlite-'));
let files = 0;
const newFile = () => join(folder, `nested/${++files}.db`);
afterAll(() => rmSync(folder, { recursive: true }));

const openStores = async (file: string, options?: SqliteOptions) => joinStores(await openSqliteDatabase(file, options));
const openStore = async (file: string, options?: SqliteOptions) => (await openStores(file, options)).conversations;

let file = '';
describeConversationStore('SQLite', {
  async open() {
    file = newFile();
    return openStore(file);
  },
  async reopen(store) {
    await store.close();
    return openStore(file);
  },
});

describeAccountStores('SQLite', () => openStores(newFile()));

describePresenceStore('SQLite', () => openStores(newFile()));

describePersonalDataStore('SQLite', () => openStores(newFile()));

describeChangeFeed('SQLite', {
  async open() {
    file = newFile();
    return openStores(file, { pollMs: 10 });
  },
  openAnother: () => openStores(file, { pollMs: 10 }),
});

const wrote = (messageId: string): ConversationEvent => ({ type: 'customer_wrote', at: 1, messageId, text: 'x' });

describe('the SQLite file', () => {
  it('and its log hold nothing of what was erased', async () => {
    const file = newFile();
    const stores = await openStores(file);
    const text = 'my secret address';
    await stores.conversations.append('c', 0, [{ type: 'customer_wrote', at: 1, messageId: 'm', text }]);
    const onDisk = () => ['', '-wal'].map((end) => readFileSync(file + end).includes(text));
    expect(onDisk()).toContain(true);
    await stores.personalData.erase(['c']);
    expect(onDisk()).toEqual([false, false]);
    await stores.close();
  });

  it('flushes every commit to disk and lets readers go on', async () => {
    const { db, close } = await openSqliteDatabase(newFile());
    expect((await sql`PRAGMA journal_mode`.execute(db)).rows).toEqual([{ journal_mode: 'wal' }]);
    expect((await sql`PRAGMA synchronous`.execute(db)).rows).toEqual([{ synchronous: 2 }]);
    await close();
    await close();
  });

  it('can be shared by two processes: the loser of a race gets a conflict', async () => {
    const shared = newFile();
    const [one, two] = [await openStore(shared), await openStore(shared)];
    await one.append('c', 0, [wrote('m1')]);
    await expect(two.append('c', 0, [wrote('m2')])).rejects.toThrow(ConflictError);
    await two.append('c', 1, [wrote('m2')]);
    expect(await one.load('c')).toHaveLength(2);
    await Promise.all([one.close(), two.close()]);
  });

  it('reports a lock held elsewhere as overload', async () => {
    const shared = newFile();
    const store = await openStore(shared, { busyTimeoutMs: 20 });
    const other = new SqliteDatabase(shared);
    other.exec('BEGIN IMMEDIATE');
    await expect(store.append('c', 0, [wrote('m1')])).rejects.toMatchObject({ code: 'overloaded', isRetryable: true });
    other.exec('ROLLBACK');
    await store.append('c', 0, [wrote('m1')]);
    other.close();
    await store.close();
  });

  it('names a row that is not what was written, without its contents', async () => {
    const damaged = newFile();
    const store = await openStore(damaged);
    await store.append('c', 0, [wrote('m1')]);
    const other = new SqliteDatabase(damaged);
    other.exec(`UPDATE conversation_event SET data = '{"type":"customer_wrote","at":1,"text":"secret"}'`);
    await expect(store.load('c')).rejects.toThrow('event 1 of c has unexpected contents at: messageId');
    other.exec("UPDATE conversation_event SET data = 'secret'");
    await expect(store.load('c')).rejects.toThrow('event 1 of c is not JSON');
    other.close();
    await store.close();
  });
});

describe('a file of the first release', () => {
  const old = newFile();
  const dump = readFileSync(new URL('../../../test/fixtures/first-release.sql', import.meta.url), 'utf8');

  it('opens with everything in it', async () => {
    await (await openSqliteDatabase(newFile())).close();
    new SqliteDatabase(old).exec(dump).close();
    const { conversations, feed, close } = await openStores(old);
    expect((await conversations.load('first')).map((event) => event.type)).toEqual([
      'customer_wrote',
      'bot_replied',
      'customer_wrote',
      'bot_replied',
      'handoff_opened',
    ]);
    expect(await conversations.getHandoff('h-second')).toMatchObject({ status: 'resolved', outcome: 'refunded' });
    expect(await conversations.listHandoffs({ status: 'waiting' })).toMatchObject([{ id: 'h-first' }]);
    const changes = await feed.since(0);
    expect(changes.map((change) => change.sequence)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    for (const id of ['first', 'second']) {
      const positions = changes.filter((change) => change.conversationId === id).map((change) => change.position);
      expect(positions).toEqual(positions.toSorted((a, b) => a - b));
    }
    expect(await feed.latest()).toBe(12);
    await close();
  });

  it('goes on where it was', async () => {
    const { conversations, feed, close } = await openStores(old);
    await conversations.append('first', 5, [
      { type: 'handoff_claimed', at: 1_795_000_009_000, handoffId: 'h-first', agentId: 'bo' },
    ]);
    await expect(conversations.append('first', 6, [wrote('m1')])).rejects.toThrow(ConflictError);
    expect(await feed.since(12)).toMatchObject([{ sequence: 13, conversationId: 'first', position: 6 }]);
    await close();
  });
});

describe('migrations', () => {
  const open = () => {
    const database = new SqliteDatabase(':memory:');
    const db = new Kysely<SchemaTables>({ dialect: createDialect(database, 0) });
    const target: MigrationTarget = { engine: 'sqlite', db, lock: lockMigrations };
    return { database, target };
  };
  const step = (version: number, statement: string) => ({
    version,
    up: async (db: Kysely<unknown>) => void (await sql.raw(statement).execute(db)),
  });

  it('run once, in order, and keep the data', async () => {
    const { database, target } = open();
    const steps = [step(1, 'CREATE TABLE note (text TEXT)'), step(2, "INSERT INTO note VALUES ('x')")];
    await migrate(target, steps);
    await migrate(target, [...steps, step(3, 'ALTER TABLE note ADD COLUMN author TEXT')]);
    expect(database.prepare('SELECT * FROM note').all()).toEqual([{ text: 'x', author: null }]);
    database.close();
  });

  it('leave the file as it was when a step fails', async () => {
    const { database, target } = open();
    const broken = [step(1, 'CREATE TABLE note (text TEXT)'), step(2, 'NOT SQL')];
    await expect(migrate(target, broken)).rejects.toThrow();
    expect(database.prepare("SELECT name FROM sqlite_master WHERE name = 'note'").all()).toEqual([]);
    database.close();
  });

  it('refuse a file of a later release', async () => {
    const { database, target } = open();
    await migrate(target, [step(99, 'SELECT 1')]);
    await expect(migrate(target)).rejects.toThrow('schema is version 99');
    database.close();
  });
});
