import type { Account, Session, ShopKey } from '../domain/account.ts';

/** What can be changed of an account. */
export type AccountChanges = Partial<
  Pick<Account, 'displayName' | 'roles' | 'teams' | 'languages' | 'disabled' | 'deletedAt'>
> & { readonly passwordHash?: string };

/**
 * Keeps accounts, sessions and shop keys. Secrets arrive hashed.
 * Every adapter passes test/contracts/account-store-contract.ts.
 */
export interface AccountStore {
  /** By name; deleted ones are left out. */
  listAccounts(): Promise<Account[]>;
  /** Also a deleted one. */
  getAccount(id: string): Promise<Account | undefined>;
  /** By log-in name, whatever its case; deleted ones are not found. */
  findCredentials(name: string): Promise<{ account: Account; passwordHash: string } | undefined>;
  /** @throws ConflictError when the name is taken. */
  createAccount(account: Account, passwordHash: string): Promise<void>;
  /**
   * Ends the account's sessions, in the same transaction, when it may no longer log in or gets another password.
   * @throws NotFoundError when there is no such account, or it is deleted.
   * @throws ConflictError when no admin who can log in would be left.
   */
  updateAccount(id: string, changes: AccountChanges): Promise<Account>;

  /**
   * @param passwordHash the one the log-in was checked against
   * @returns false, and does nothing, when the account has another by now or may no longer log in.
   */
  createSession(session: Session, passwordHash: string): Promise<boolean>;
  /** With its account. */
  findSession(tokenHash: string): Promise<{ session: Session; account: Account } | undefined>;
  touchSession(tokenHash: string, lastSeenAt: number): Promise<void>;
  deleteSession(tokenHash: string): Promise<void>;
  /** Forgets sessions created, or last seen, before these times. */
  deleteSessionsBefore(createdAt: number, lastSeenAt: number): Promise<void>;

  /** Newest first, revoked ones too. */
  listKeys(): Promise<ShopKey[]>;
  createKey(key: ShopKey, secretHash: string): Promise<void>;
  /** By the SHA-256 of the key; revoked ones are not found. */
  findKey(secretHash: string): Promise<ShopKey | undefined>;
  touchKey(id: string, lastUsedAt: number): Promise<void>;
  /** Once revoked, a key stays revoked. @throws NotFoundError when there is no such key. */
  revokeKey(id: string, at: number): Promise<ShopKey>;
}
