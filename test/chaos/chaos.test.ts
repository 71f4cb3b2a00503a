import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskServerUnderTest } from '../desk-server-under-test.ts';
import { postgresUnderTest } from '../postgres-under-test.ts';
import { runChaos } from './run-chaos.ts';

const folder = mkdtempSync(join(tmpdir(), 'xiaoer-chaos-'));
const postgres = await postgresUnderTest();
let script: string;
beforeAll(async () => {
  script = await deskServerUnderTest();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A short form of `npm run chaos`. */
async function survive(place: string, servers: number): Promise<void> {
  const size = { customers: 20, agents: 3, seconds: 7, kills: 1, thinkSeconds: 1, humanShare: 0.3 };
  const { problems, figures } = await runChaos({ script, place, servers, ...size });
  expect(problems).toEqual([]);
  expect(figures.messages).toBeGreaterThan(10);
  expect(figures.claims).toBeGreaterThan(0);
}

describe('with connections cut, deliveries doubled and a server killed, every message is everywhere once and in order', () => {
  it('on SQLite', () => survive(join(folder, 'desk.db'), 1), 120_000);

  if (postgres.reason !== undefined) it.skip(`on PostgreSQL: ${postgres.reason}`, () => {});
  else it('on PostgreSQL with two servers', async () => survive(await postgres.newSchema(), 2), 120_000);
});
