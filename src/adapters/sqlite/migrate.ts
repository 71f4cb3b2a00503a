import type { Database } from 'better-sqlite3';
import { XiaoerError } from '../../domain/errors.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';

/**
 * Brings the schema up to the last migration, all steps in one transaction; a second process waits for the first.
 * @throws XiaoerError `schema_too_new` when the file was written by a later release: going on could lose its data.
 */
export function migrate(database: Database, migrations: readonly Migration[] = MIGRATIONS): void {
  const run = database.transaction(() => {
    database.exec('CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, applied_at TEXT NOT NULL)');
    const present = database.prepare('SELECT coalesce(max(version), 0) FROM schema_version').pluck().get() as number;
    const newest = migrations.at(-1)?.version ?? 0;
    if (present > newest) {
      throw new XiaoerError('schema_too_new', `database schema is version ${present}, this release knows ${newest}`);
    }
    for (const { version, sql } of migrations.filter((step) => step.version > present)) {
      database.exec(sql);
      database.prepare("INSERT INTO schema_version VALUES (?, datetime('now'))").run(version);
    }
  });
  run.immediate();
}
