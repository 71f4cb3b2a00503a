import type { AccountTables } from './account-tables.ts';
import type { ChangeTables } from './change-tables.ts';
import type { ChannelTables } from './channel-tables.ts';
import type { ConversationTables } from './conversation-tables.ts';
import type { SchemaTables } from './migrate.ts';
import type { PresenceTables } from './presence-tables.ts';

/** Every table of the database as kysely sees it; each part stands beside the store that uses it. */
export type Tables = SchemaTables & ConversationTables & ChangeTables & PresenceTables & AccountTables & ChannelTables;
