import { sql } from 'kysely';
import { describe, expect, it, vi } from 'vitest';
import { describeAccountStores } from '../../../test/contracts/account-store-contract.ts';
import { describeChangeFeed } from '../../../test/contracts/change-feed-contract.ts';
import { describeConversationStore } from '../../../test/contracts/conversation-store-contract.ts';
import { describePersonalDataStore } from '../../../test/contracts/personal-data-store-contract.ts';
import { describePresenceStore } from '../../../test/contracts/presence-store-contract.ts';
import { postgresUnderTest } from '../../../test/postgres-under-test.ts';
import { joinStores } from '../../open-stores.ts';
import { openPostgresDatabase } from './open-database.ts';

const postgres = await postgresUnderTest();

if (postgres.reason !== undefined) describe.skip(`PostgreSQL: ${postgres.reason}`, () => it('is not tested', () => {}));
else {
  const { newSchema } = postgres;
  const openStores = async (url: string) => joinStores(await openPostgresDatabase(url));
  const openStore = async (url: string) => (await openStores(url)).conversations;
  let url = '';

  describeConversationStore('PostgreSQL', {
    async open() {
      url = await newSchema();
      return openStore(url);
    },
    async reopen(store) {
      await store.close();
      return openStore(url);
    },
  });

  describeAccountStores('PostgreSQL', async () => openStores(await newSchema()));

  describePresenceStore('PostgreSQL', async () => openStores(await newSchema()));

  describePersonalDataStore('PostgreSQL', async () => openStores(await newSchema()));

  describeChangeFeed('PostgreSQL', {
    async open() {
      url = await newSchema();
      return openStores(url);
    },
    openAnother: () => openStores(url),
  });

  it('PostgreSQL refuses to change the audit trail, also past its port', async () => {
    const { audit, db, close } = await openStores(await newSchema());
    await audit.append({ at: 1, actor: { kind: 'system', id: 's', name: 's' }, action: 'a.b' });
    for (const change of ["UPDATE audit SET action = 'x'", 'DELETE FROM audit', 'TRUNCATE audit']) {
      await expect(sql.raw(change).execute(db)).rejects.toThrow('P0001');
    }
    await close();
  });

  describe('whispers on PostgreSQL', () => {
    it('reach every process and are not taken for changes', async () => {
      const shared = await newSchema();
      const both = [await openStores(shared), await openStores(shared)];
      const heard = both.map(() => [] as string[]);
      both.forEach(({ whispers }, index) => {
        whispers.onWhisper((text) => heard[index].push(text));
      });
      // A connection that is only being opened misses what is said meanwhile.
      await vi.waitFor(
        async () => {
          await both[0].whispers.whisper("customer it's 你好");
          expect(heard[0]).toContain("customer it's 你好");
          expect(heard[1]).toContain("customer it's 你好");
        },
        { timeout: 10_000, interval: 200 },
      );
      await Promise.all(both.map((stores) => stores.close()));
    });
  });
}
