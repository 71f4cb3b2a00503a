import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { describeConversationStore } from '../../../test/contracts/conversation-store-contract.ts';
import type { ConversationEvent } from '../../domain/conversation.ts';
import { ConflictError } from '../../domain/errors.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './open-database.ts';
import { openSqliteConversationStore } from './sqlite-conversation-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'xiaoer-sqlite-'));
let files = 0;
const newFile = () => join(folder, `nested/${++files}.db`);
afterAll(() => rmSync(folder, { recursive: true }));

let file = '';
describeConversationStore('SQLite', {
  async open() {
    file = newFile();
    return openSqliteConversationStore(file);
  },
  async reopen(store) {
    await store.close();
    return openSqliteConversationStore(file);
  },
});

const wrote = (messageId: string): ConversationEvent => ({ type: 'customer_wrote', at: 1, messageId, text: 'x' });

describe('the SQLite file', () => {
  it('flushes every commit to disk and lets readers go on', () => {
    const database = openDatabase(newFile());
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(database.pragma('synchronous', { simple: true })).toBe(2);
    database.close();
  });

  it('can be shared by two processes: the loser of a race gets a conflict', async () => {
    const shared = newFile();
    const [one, two] = [openSqliteConversationStore(shared), openSqliteConversationStore(shared)];
    await one.append('c', 0, [wrote('m1')]);
    await expect(two.append('c', 0, [wrote('m2')])).rejects.toThrow(ConflictError);
    await two.append('c', 1, [wrote('m2')]);
    expect(await one.load('c')).toHaveLength(2);
    await Promise.all([one.close(), two.close()]);
  });

  it('reports a lock held elsewhere as overload', async () => {
    const shared = newFile();
    const store = openSqliteConversationStore(shared, { busyTimeoutMs: 20 });
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
    const store = openSqliteConversationStore(damaged);
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

describe('migrations', () => {
  it('run once, in order, and keep the data', () => {
    const database = new SqliteDatabase(':memory:');
    const steps = [{ version: 1, sql: 'CREATE TABLE note (text TEXT); INSERT INTO note VALUES (1)' }];
    migrate(database, steps);
    migrate(database, [...steps, { version: 2, sql: 'ALTER TABLE note ADD COLUMN author TEXT' }]);
    expect(database.prepare('SELECT * FROM note').all()).toEqual([{ text: '1', author: null }]);
    database.close();
  });

  it('leave the file as it was when a step fails', () => {
    const database = new SqliteDatabase(':memory:');
    const broken = [{ version: 1, sql: 'CREATE TABLE note (text TEXT); NOT SQL' }];
    expect(() => migrate(database, broken)).toThrow();
    expect(database.prepare("SELECT name FROM sqlite_master WHERE name = 'note'").all()).toEqual([]);
    database.close();
  });

  it('refuse a file of a later release', () => {
    const database = new SqliteDatabase(':memory:');
    migrate(database, [{ version: 7, sql: 'SELECT 1' }]);
    expect(() => migrate(database)).toThrow('schema is version 7');
    database.close();
  });
});
