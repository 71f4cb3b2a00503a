import { type Dialect, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import { withDomainErrors } from '../sql/domain-error-dialect.ts';
import { toDomainError } from './domain-error.ts';

/** kysely over a pool of PostgreSQL connections. */
export function createDialect(pool: Pool): Dialect {
  return withDomainErrors(new PostgresDialect({ pool }), toDomainError);
}
