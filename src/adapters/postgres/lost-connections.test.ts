import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openTcpProxy, type TcpProxy } from '../../../test/fixtures/tcp-proxy.ts';
import { postgresUnderTest } from '../../../test/postgres-under-test.ts';
import type { ConversationEvent } from '../../domain/conversation.ts';
import { OverloadedError } from '../../domain/errors.ts';
import { joinStores, type Stores } from '../../open-stores.ts';
import type { PostgresOptions } from './connection.ts';
import { openPostgresDatabase } from './open-database.ts';

const postgres = await postgresUnderTest();
const wrote = (messageId: string): ConversationEvent => ({ type: 'customer_wrote', at: 1, messageId, text: 'x' });

if (postgres.reason !== undefined) describe.skip(`PostgreSQL: ${postgres.reason}`, () => it('is not tested', () => {}));
else {
  const { newSchema, query } = postgres;

  describe('a lost PostgreSQL connection', () => {
    let url: URL;
    let proxy: TcpProxy;
    let warnings: string[];
    const opened: Stores[] = [];
    const open = async (options: PostgresOptions = {}) => {
      const warn = (message: string) => warnings.push(message);
      const stores = joinStores(await openPostgresDatabase(url.href, { warn, ...options }));
      opened.push(stores);
      return stores;
    };
    const name = () => url.searchParams.get('application_name') as string;
    const terminate = () =>
      query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1', [name()]);

    beforeEach(async () => {
      url = new URL(await newSchema());
      proxy = await openTcpProxy(url.hostname, Number(url.port || 5432));
      url.hostname = '127.0.0.1';
      url.port = String(proxy.port);
      url.searchParams.set('application_name', `lost-${proxy.port}`);
      warnings = [];
    });
    afterEach(async () => {
      proxy.restore();
      for (const stores of opened.splice(0)) await stores.close();
      await proxy.close();
    });

    it('that was idle is replaced', async () => {
      const { conversations } = await open();
      await conversations.append('c', 0, [wrote('m1')]);
      await terminate();
      await vi.waitFor(() => expect(warnings).toHaveLength(1), { timeout: 10_000 });
      await conversations.append('c', 1, [wrote('m2')]);
      expect(await conversations.load('c')).toHaveLength(2);
    });

    it('in the middle of a transaction is overload, and nothing of it is stored', async () => {
      const { conversations, db } = await open();
      const broken = db.transaction().execute(async (transaction) => {
        await transaction.updateTable('change_counter').set({ value: 99 }).execute();
        await terminate();
        await pause(50);
        await sql`SELECT 1`.execute(transaction);
      });
      await expect(broken).rejects.toThrow(OverloadedError);
      await conversations.append('c', 0, [wrote('m1')]);
      expect(await conversations.load('c')).toHaveLength(1);
    });

    it('that listened is replaced, and what was announced meanwhile is told', async () => {
      const { feed } = await open();
      const seen: number[] = [];
      feed.onChange(async () => seen.push(await feed.latest().catch(() => -1)));
      await vi.waitFor(() => expect(seen[0]).toBe(0), { timeout: 10_000 });
      proxy.cut();
      await query(`UPDATE ${new URL(url).searchParams.get('options')?.split('=')[1]}.change_counter SET value = 7`);
      await pause(300);
      proxy.restore();
      await vi.waitFor(() => expect(seen.at(-1)).toBe(7), { timeout: 15_000 });
      expect(warnings[0]).toMatch(/^connection to the database lost: /);
    });

    it('is overload while the database is away, and heals when it is back', async () => {
      const { conversations } = await open();
      proxy.cut();
      await pause(20);
      await expect(conversations.ping()).rejects.toThrow(OverloadedError);
      await expect(conversations.append('c', 0, [wrote('m1')])).rejects.toThrow(OverloadedError);
      proxy.restore();
      await conversations.append('c', 0, [wrote('m1')]);
      expect(await conversations.load('c')).toHaveLength(1);
    });

    it('is noticed when the other end vanished without a word', async () => {
      const { conversations } = await open({ silenceMs: 300, connectTimeoutMs: 300 });
      await conversations.ping();
      proxy.stall();
      await expect(conversations.append('c', 0, [wrote('m1')])).rejects.toThrow(OverloadedError);
      await expect(conversations.ping()).rejects.toThrow(OverloadedError);
      proxy.restore();
      // A new connection may take longer than the short limit of this test on a busy machine.
      await vi.waitFor(() => conversations.ping(), { timeout: 10_000 });
    });

    it('at the start is told in one line without the password', async () => {
      proxy.cut();
      await expect(open()).rejects.toThrow(/^the database is out of reach: [^@]+$/);
    });
  });

  describe('a lock on PostgreSQL that is held too long', () => {
    it('is overload', async () => {
      const url = await newSchema();
      const { conversations, db, close } = joinStores(await openPostgresDatabase(url, { lockTimeoutMs: 50 }));
      await db.transaction().execute(async (transaction) => {
        await transaction.updateTable('change_counter').set({ value: 5 }).execute();
        await expect(conversations.append('c', 0, [wrote('m1')])).rejects.toThrow(OverloadedError);
      });
      await conversations.append('c', 0, [wrote('m1')]);
      await close();
    });
  });
}
