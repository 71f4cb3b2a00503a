import type { Migration } from './migration.ts';
import { conversations } from './migrations/0001-conversations.ts';
import { changeSequence } from './migrations/0002-change-sequence.ts';
import { desk } from './migrations/0003-desk.ts';
import { accounts } from './migrations/0004-accounts.ts';
import { channels } from './migrations/0005-channels.ts';
import { personalData } from './migrations/0006-personal-data.ts';

/** Every step from an empty database to the present schema, oldest first. */
export const MIGRATIONS: readonly Migration[] = [conversations, changeSequence, desk, accounts, channels, personalData];
