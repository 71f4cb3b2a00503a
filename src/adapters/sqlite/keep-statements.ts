import type { Database, Statement } from 'better-sqlite3';
import { LRUCache } from 'lru-cache';

/** More than the stores have; lists of varying length make some more. */
const MOST_STATEMENTS = 300;

/** A database that compiles a statement once and not at every query: compiling takes longer than most queries do. */
export function keepStatements(database: Database): Pick<Database, 'prepare' | 'close'> {
  const statements = new LRUCache<string, Statement>({ max: MOST_STATEMENTS });
  const prepare = (sql: string) => {
    const known = statements.get(sql);
    if (known) return known;
    const statement = database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  return { prepare: prepare as Database['prepare'], close: () => database.close() };
}
