import { type Account, nameKey, type Session, type ShopKey } from '../../src/domain/account.ts';
import { ConflictError, NotFoundError } from '../../src/domain/errors.ts';
import type { AccountChanges, AccountStore } from '../../src/ports/account-store.ts';

/** Accounts that are forgotten with the process; passes the same contract as the real store. */
export class InMemoryAccountStore implements AccountStore {
  #accounts = new Map<string, { account: Account; passwordHash: string }>();
  readonly #sessions = new Map<string, Session>();
  readonly #keys = new Map<string, { key: ShopKey; secretHash: string }>();

  async listAccounts(): Promise<Account[]> {
    const accounts = this.#present().map(({ account }) => account);
    return accounts.sort((a, b) => (nameKey(a.name) < nameKey(b.name) ? -1 : 1));
  }

  async getAccount(id: string): Promise<Account | undefined> {
    return this.#accounts.get(id)?.account;
  }

  async findCredentials(name: string) {
    return this.#present().find(({ account }) => nameKey(account.name) === nameKey(name));
  }

  async createAccount(account: Account, passwordHash: string): Promise<void> {
    if (await this.findCredentials(account.name)) throw new ConflictError(`the name ${account.name} is taken`);
    this.#accounts.set(account.id, { account, passwordHash });
  }

  async updateAccount(id: string, { passwordHash, ...changes }: AccountChanges): Promise<Account> {
    const present = this.#accounts.get(id);
    if (!present || present.account.deletedAt !== undefined) throw new NotFoundError(`there is no account ${id}`);
    const account = { ...present.account, ...changes };
    const next = new Map(this.#accounts).set(id, { account, passwordHash: passwordHash ?? present.passwordHash });
    const isAdmin = (one: Account) => one.roles.includes('admin') && !one.disabled && one.deletedAt === undefined;
    const losesPower = changes.roles || changes.disabled || changes.deletedAt !== undefined;
    if (losesPower && ![...next.values()].some((entry) => isAdmin(entry.account))) {
      throw new ConflictError('the last admin must stay one');
    }
    this.#accounts = next;
    if (account.disabled || account.deletedAt !== undefined || passwordHash !== undefined) {
      for (const [hash, session] of this.#sessions) if (session.accountId === id) this.#sessions.delete(hash);
    }
    return account;
  }

  async createSession(session: Session, passwordHash: string): Promise<boolean> {
    const entry = this.#accounts.get(session.accountId);
    const mayEnter = entry && !entry.account.disabled && entry.account.deletedAt === undefined;
    if (!mayEnter || entry.passwordHash !== passwordHash) return false;
    this.#sessions.set(session.tokenHash, session);
    return true;
  }

  async findSession(tokenHash: string) {
    const session = this.#sessions.get(tokenHash);
    const account = session && this.#accounts.get(session.accountId)?.account;
    return session && account ? { session, account } : undefined;
  }

  async touchSession(tokenHash: string, lastSeenAt: number): Promise<void> {
    const session = this.#sessions.get(tokenHash);
    if (session) this.#sessions.set(tokenHash, { ...session, lastSeenAt });
  }

  async deleteSession(tokenHash: string): Promise<void> {
    this.#sessions.delete(tokenHash);
  }

  async deleteSessionsBefore(createdAt: number, lastSeenAt: number): Promise<void> {
    for (const [hash, session] of this.#sessions) {
      if (session.createdAt < createdAt || session.lastSeenAt < lastSeenAt) this.#sessions.delete(hash);
    }
  }

  async listKeys(): Promise<ShopKey[]> {
    return [...this.#keys.values()].map(({ key }) => key).sort((a, b) => b.createdAt - a.createdAt);
  }

  async createKey(key: ShopKey, secretHash: string): Promise<void> {
    this.#keys.set(key.id, { key, secretHash });
  }

  async findKey(secretHash: string): Promise<ShopKey | undefined> {
    return [...this.#keys.values()].find((entry) => entry.secretHash === secretHash && !entry.key.revokedAt)?.key;
  }

  async touchKey(id: string, lastUsedAt: number): Promise<void> {
    this.#changeKey(id, { lastUsedAt });
  }

  async revokeKey(id: string, at: number): Promise<ShopKey> {
    return this.#changeKey(id, { revokedAt: this.#keys.get(id)?.key.revokedAt ?? at });
  }

  #present() {
    return [...this.#accounts.values()].filter(({ account }) => account.deletedAt === undefined);
  }

  #changeKey(id: string, changes: Partial<ShopKey>): ShopKey {
    const entry = this.#keys.get(id);
    if (!entry) throw new NotFoundError(`there is no shop key ${id}`);
    const key = { ...entry.key, ...changes };
    this.#keys.set(id, { ...entry, key });
    return key;
  }
}
