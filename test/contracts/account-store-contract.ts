import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account, Session, ShopKey } from '../../src/domain/account.ts';
import { ConflictError, NotFoundError } from '../../src/domain/errors.ts';
import type { AccountStore } from '../../src/ports/account-store.ts';
import type { AuditTrail } from '../../src/ports/audit-trail.ts';
import type { LogInAttempts } from '../../src/ports/log-in-attempts.ts';

/** Everything about who may do what that is stored. */
export interface AccountStores {
  readonly accounts: AccountStore;
  readonly attempts: LogInAttempts;
  readonly audit: AuditTrail;
  close(): Promise<void>;
}

const account = (id: string, name: string, changes: Partial<Account> = {}): Account => ({
  id,
  name,
  displayName: `${name}!`,
  roles: ['agent'],
  teams: ['after_sales'],
  languages: ['zh'],
  disabled: false,
  createdAt: 1,
  ...changes,
});
const session = (tokenHash: string, accountId: string, changes: Partial<Session> = {}): Session => ({
  tokenHash,
  accountId,
  createdAt: 10,
  lastSeenAt: 10,
  ...changes,
});
const key = (id: string, createdAt: number): ShopKey => ({
  ...{ id, name: 'ERP', prefix: 'xo_abcdef', roles: ['analyst'], createdAt },
});

/** What every store of accounts, log-in attempts and the audit trail promises. `open` gives empty ones. */
export function describeAccountStores(name: string, open: () => Promise<AccountStores>): void {
  describe(`${name} keeps the contracts of accounts`, () => {
    let stores: AccountStores;
    beforeEach(async () => {
      stores = await open();
    });
    afterEach(() => stores.close());

    describe('accounts', () => {
      it('come back as they were made, by name', async () => {
        const amy = account('1', 'Amy', { roles: ['agent', 'admin'] });
        const wang = account('2', '小王', { disabled: true, teams: [], languages: [] });
        await stores.accounts.createAccount(wang, 'hash-2');
        await stores.accounts.createAccount(amy, 'hash-1');
        expect(await stores.accounts.listAccounts()).toEqual([amy, wang]);
        expect(await stores.accounts.getAccount('2')).toEqual(wang);
        expect(await stores.accounts.getAccount('3')).toBeUndefined();
      });

      it('are found by name whatever its case and width', async () => {
        await stores.accounts.createAccount(account('1', 'Amy'), 'hash-1');
        for (const typed of ['Amy', 'aMY', ' amy ', 'ａｍｙ']) {
          expect(await stores.accounts.findCredentials(typed)).toEqual({
            account: account('1', 'Amy'),
            passwordHash: 'hash-1',
          });
        }
        expect(await stores.accounts.findCredentials('am')).toBeUndefined();
      });

      it('refuse a name that is taken, and take that of a deleted one', async () => {
        await stores.accounts.createAccount(account('0', 'boss', { roles: ['admin'] }), 'h');
        await stores.accounts.createAccount(account('1', 'Amy'), 'h');
        await expect(stores.accounts.createAccount(account('2', 'AMY'), 'h')).rejects.toThrow(ConflictError);
        await stores.accounts.updateAccount('1', { deletedAt: 5 });
        await stores.accounts.createAccount(account('2', 'AMY'), 'h');
        expect((await stores.accounts.findCredentials('amy'))?.account.id).toBe('2');
        expect(await stores.accounts.getAccount('1')).toMatchObject({ displayName: 'Amy!', deletedAt: 5 });
        expect(await stores.accounts.listAccounts()).toHaveLength(2);
      });

      it('change in the fields given', async () => {
        await stores.accounts.createAccount(account('0', 'boss', { roles: ['admin'] }), 'h');
        await stores.accounts.createAccount(account('1', 'amy'), 'h');
        const changes = { displayName: '小爱', roles: ['editor' as const], teams: [], languages: ['en'] };
        const changed = await stores.accounts.updateAccount('1', changes);
        expect(changed).toEqual(account('1', 'amy', changes));
        expect(await stores.accounts.getAccount('1')).toEqual(changed);
        expect(await stores.accounts.updateAccount('1', {})).toEqual(changed);
        await expect(stores.accounts.updateAccount('9', { teams: [] })).rejects.toThrow(NotFoundError);
      });

      it('keep an admin who can log in', async () => {
        await stores.accounts.createAccount(account('1', 'a', { roles: ['admin'] }), 'h');
        await stores.accounts.createAccount(account('2', 'b', { roles: ['admin'], disabled: true }), 'h');
        const attempts = [{ roles: ['agent' as const] }, { disabled: true }, { deletedAt: 3 }];
        for (const changes of attempts) {
          await expect(stores.accounts.updateAccount('1', changes)).rejects.toThrow(ConflictError);
        }
        expect(await stores.accounts.getAccount('1')).toEqual(account('1', 'a', { roles: ['admin'] }));
        await stores.accounts.updateAccount('2', { disabled: false });
        const both = await Promise.allSettled(
          ['1', '2'].map((id) => stores.accounts.updateAccount(id, { roles: ['agent'] })),
        );
        expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      });
    });

    describe('sessions', () => {
      beforeEach(async () => {
        await stores.accounts.createAccount(account('0', 'boss', { roles: ['admin'] }), 'h');
        await stores.accounts.createAccount(account('1', 'amy'), 'hash');
      });

      it('belong to an account until they are deleted', async () => {
        expect(await stores.accounts.createSession(session('t1', '1'), 'hash')).toBe(true);
        await stores.accounts.touchSession('t1', 20);
        expect(await stores.accounts.findSession('t1')).toEqual({
          session: session('t1', '1', { lastSeenAt: 20 }),
          account: account('1', 'amy'),
        });
        expect(await stores.accounts.findSession('t2')).toBeUndefined();
        await stores.accounts.deleteSession('t1');
        await stores.accounts.deleteSession('t1');
        expect(await stores.accounts.findSession('t1')).toBeUndefined();
      });

      it('do not begin with a password that was changed meanwhile', async () => {
        expect(await stores.accounts.createSession(session('t1', '1'), 'older hash')).toBe(false);
        await stores.accounts.updateAccount('1', { disabled: true });
        expect(await stores.accounts.createSession(session('t1', '1'), 'hash')).toBe(false);
        expect(await stores.accounts.findSession('t1')).toBeUndefined();
      });

      it.each([{ passwordHash: 'new' }, { disabled: true }, { deletedAt: 3 }])('end with %j', async (changes) => {
        await stores.accounts.createSession(session('t1', '1'), 'hash');
        await stores.accounts.createSession(session('t0', '0'), 'h');
        await stores.accounts.updateAccount('1', { displayName: 'still in' });
        expect(await stores.accounts.findSession('t1')).toBeDefined();
        await stores.accounts.updateAccount('1', changes);
        expect(await stores.accounts.findSession('t1')).toBeUndefined();
        expect(await stores.accounts.findSession('t0')).toBeDefined();
      });

      it('are swept by age and by idleness', async () => {
        await stores.accounts.createSession(session('old', '1', { createdAt: 1, lastSeenAt: 99 }), 'hash');
        await stores.accounts.createSession(session('idle', '1', { createdAt: 50, lastSeenAt: 50 }), 'hash');
        await stores.accounts.createSession(session('good', '1', { createdAt: 50, lastSeenAt: 99 }), 'hash');
        await stores.accounts.deleteSessionsBefore(10, 60);
        const found = await Promise.all(['old', 'idle', 'good'].map((hash) => stores.accounts.findSession(hash)));
        expect(found.map(Boolean)).toEqual([false, false, true]);
      });
    });

    it('shop keys are found by their hash until they are revoked', async () => {
      await stores.accounts.createKey(key('1', 1), 'hash-1');
      await stores.accounts.createKey(key('2', 2), 'hash-2');
      expect(await stores.accounts.findKey('hash-1')).toEqual(key('1', 1));
      await stores.accounts.touchKey('1', 30);
      expect(await stores.accounts.revokeKey('1', 40)).toEqual({ ...key('1', 1), lastUsedAt: 30, revokedAt: 40 });
      expect(await stores.accounts.revokeKey('1', 50)).toMatchObject({ revokedAt: 40 });
      expect(await stores.accounts.findKey('hash-1')).toBeUndefined();
      expect((await stores.accounts.listKeys()).map(({ id }) => id)).toEqual(['2', '1']);
      await expect(stores.accounts.revokeKey('3', 1)).rejects.toThrow(NotFoundError);
    });

    describe('log-in attempts', () => {
      const rule = { free: 2, firstDelayMs: 100, longestDelayMs: 350, forgetAfterMs: 10_000 };
      const begin = (now: number, id = 'k') => stores.attempts.begin(id, now, rule);

      it('are free at first, then wait twice as long each time, up to a limit', async () => {
        expect([await begin(0), await begin(0), await begin(0)]).toEqual([0, 0, 0]);
        expect([await begin(0), await begin(99), await begin(100)]).toEqual([100, 1, 0]);
        expect([await begin(100), await begin(300)]).toEqual([200, 0]);
        expect([await begin(300), await begin(650), await begin(650)]).toEqual([350, 0, 350]);
        expect(await begin(650, 'another')).toBe(0);
      });

      it('are forgotten after a while, and when one was right', async () => {
        for (let count = 0; count < 3; count += 1) await begin(0);
        expect(await begin(0)).toBe(100);
        expect([await begin(10_000), await begin(10_000)]).toEqual([0, 0]);
        await begin(10_000);
        await stores.attempts.succeeded('k', true);
        expect([await begin(10_000), await begin(10_000), await begin(10_000)]).toEqual([0, 0, 0]);
      });

      it('forgive only the right one when told so', async () => {
        for (let count = 0; count < 3; count += 1) await begin(0);
        await stores.attempts.succeeded('k', false);
        expect([await begin(0), await begin(0)]).toEqual([0, 100]);
        await stores.attempts.succeeded('unknown', false);
      });

      it('at once get no further than one after the other', async () => {
        const waits = await Promise.all(Array.from({ length: 10 }, () => begin(0)));
        expect(waits.filter((wait) => wait === 0)).toHaveLength(3);
      });

      it('are swept', async () => {
        for (let count = 0; count < 3; count += 1) await begin(5);
        await stores.attempts.deleteBefore(5);
        expect(await begin(5)).toBe(100);
        await stores.attempts.deleteBefore(6);
        expect(await begin(5)).toBe(0);
      });
    });

    it('the audit trail is listed newest first, a page at a time, by what and whom', async () => {
      const amy = { kind: 'agent' as const, id: '1', name: 'amy' };
      const details = { roles: ['agent'], count: 2, masked: true, name: 'x' };
      await stores.audit.append({ at: 1, actor: amy, action: 'session.started', address: '::1' });
      await stores.audit.append({ at: 2, actor: amy, action: 'account.created', target: '2', details });
      const nobody = { kind: 'nobody' as const, id: '', name: '' };
      await stores.audit.append({ at: 3, actor: nobody, action: 'session.refused' });
      const all = await stores.audit.list({});
      expect(all.map(({ sequence: _, ...entry }) => entry)).toEqual([
        { at: 3, actor: nobody, action: 'session.refused' },
        { at: 2, actor: amy, action: 'account.created', target: '2', details },
        { at: 1, actor: amy, action: 'session.started', address: '::1' },
      ]);
      const times = async (filter: Parameters<AuditTrail['list']>[0]) =>
        (await stores.audit.list(filter)).map(({ at }) => at);
      expect(await times({ limit: 2 })).toEqual([3, 2]);
      expect(await times({ before: all[1].sequence })).toEqual([1]);
      expect(await times({ action: 'session.' })).toEqual([3, 1]);
      expect(await times({ action: 'session.started' })).toEqual([1]);
      expect(await times({ action: 'session' })).toEqual([]);
      expect(await times({ actorId: '1' })).toEqual([2, 1]);
      expect(await times({ target: '2' })).toEqual([2]);
    });
  });
}
