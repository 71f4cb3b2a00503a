import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { createSqlAccountStore } from './adapters/sql/sql-account-store.ts';
import { createSqlAuditTrail } from './adapters/sql/sql-audit-trail.ts';
import { createSqlChangeFeed } from './adapters/sql/sql-change-feed.ts';
import { createSqlChannelStore } from './adapters/sql/sql-channel-store.ts';
import { createSqlConversationStore } from './adapters/sql/sql-conversation-store.ts';
import type { SqlDatabase } from './adapters/sql/sql-database.ts';
import type { SqlEngine } from './adapters/sql/sql-engine.ts';
import { createSqlLogInAttempts } from './adapters/sql/sql-log-in-attempts.ts';
import { createSqlOutbox } from './adapters/sql/sql-outbox.ts';
import { createSqlPersonalDataStore } from './adapters/sql/sql-personal-data-store.ts';
import { createSqlPresenceStore } from './adapters/sql/sql-presence-store.ts';
import { createSqlWebhookEndpointStore } from './adapters/sql/sql-webhook-endpoint-store.ts';
import type { Tables } from './adapters/sql/tables.ts';
import { openSqliteDatabase } from './adapters/sqlite/open-database.ts';
import type { AccountStore } from './ports/account-store.ts';
import type { AuditTrail } from './ports/audit-trail.ts';
import type { ChangeFeed } from './ports/change-feed.ts';
import type { ChannelStore } from './ports/channel-store.ts';
import type { ConversationStore } from './ports/conversation-store.ts';
import type { LogInAttempts } from './ports/log-in-attempts.ts';
import type { Outbox } from './ports/outbox.ts';
import type { PersonalDataStore } from './ports/personal-data-store.ts';
import type { PresenceStore } from './ports/presence-store.ts';
import type { WebhookEndpointStore } from './ports/webhook-endpoint-store.ts';
import type { Whispers } from './ports/whispers.ts';

/** Everything that is kept, in one database. */
export interface Stores {
  readonly conversations: ConversationStore;
  readonly feed: ChangeFeed;
  readonly whispers: Whispers;
  readonly presence: PresenceStore;
  readonly outbox: Outbox;
  readonly webhooks: WebhookEndpointStore;
  readonly channels: ChannelStore;
  readonly accounts: AccountStore;
  readonly attempts: LogInAttempts;
  readonly audit: AuditTrail;
  readonly personalData: PersonalDataStore;
  /** For further stores over the same database. */
  readonly db: Kysely<Tables>;
  readonly engine: SqlEngine;
  close(): Promise<void>;
}

/** Where things are kept. */
export interface StoresConfig {
  /** A PostgreSQL database; when absent, the SQLite file `xiaoer.db` in `dataFolder`. */
  readonly databaseUrl?: string;
  readonly dataFolder: string;
}

/**
 * Opens the database that the settings name and brings its schema up to date.
 * @param warn told what an operator should know, such as a lost connection
 * @throws OverloadedError when the database cannot be reached, XiaoerError `schema_too_new` when a later release wrote it
 */
export async function openStores(config: StoresConfig, warn?: (message: string) => void): Promise<Stores> {
  const { databaseUrl, dataFolder } = config;
  if (databaseUrl) {
    // Most shops need none; its client is loaded for those that do.
    const { openPostgresDatabase } = await import('./adapters/postgres/open-database.ts');
    return joinStores(await openPostgresDatabase(databaseUrl, { warn }));
  }
  return joinStores(await openSqliteDatabase(join(dataFolder, 'xiaoer.db')));
}

/** Stores that end with the process. */
export async function openPassingStores(): Promise<Stores> {
  return joinStores(await openSqliteDatabase(':memory:'));
}

/** All stores over a database that is open. */
export function joinStores(database: SqlDatabase): Stores {
  return {
    conversations: createSqlConversationStore(database),
    feed: createSqlChangeFeed(database),
    whispers: database.whispers,
    presence: createSqlPresenceStore(database.db),
    outbox: createSqlOutbox(database),
    webhooks: createSqlWebhookEndpointStore(database),
    channels: createSqlChannelStore(database),
    accounts: createSqlAccountStore(database),
    attempts: createSqlLogInAttempts(database.db),
    audit: createSqlAuditTrail(database.db),
    personalData: createSqlPersonalDataStore(database),
    db: database.db,
    engine: database.engine,
    close: () => database.close(),
  };
}
