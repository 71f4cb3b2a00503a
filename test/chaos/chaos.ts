/**
 * The long form of the load and chaos test; `npm run chaos -- --help` lists its options. Prints what happened as JSON and
 * fails when any message is missing, doubled or out of order anywhere.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { compileDeskServer } from '../fixtures/compile-fixture.ts';
import { startPostgres } from '../fixtures/start-postgres.ts';
import { runChaos } from './run-chaos.ts';

const { engine, ...counts } = new Command()
  .name('chaos')
  .description('customers and agents against servers that are killed, over connections that are cut')
  .addOption(new Option('--engine <name>', 'database').choices(['sqlite', 'postgres']).default('sqlite'))
  .option('--customers <n>', 'customers who write at the same time', Number, 200)
  .option('--agents <n>', 'agents', Number, 5)
  .option('--seconds <n>', 'how long customers write', Number, 300)
  .option('--kills <n>', 'times that a server is killed', Number, 3)
  .option('--servers <n>', 'server processes; default 1 on SQLite, 2 on PostgreSQL', Number)
  .option('--think-seconds <n>', 'between two messages of a customer', Number, 8)
  .option('--human-share <n>', 'share of messages that ask for a person', Number, 0.1)
  .parse()
  .opts<{
    engine: string;
    customers: number;
    agents: number;
    seconds: number;
    kills: number;
    servers?: number;
    thinkSeconds: number;
    humanShare: number;
  }>();

const folder = mkdtempSync(join(tmpdir(), 'xiaoer-chaos-'));
const postgres = engine === 'postgres' ? await startPostgres({ durable: true }) : undefined;
try {
  const report = await runChaos({
    ...counts,
    script: await compileDeskServer(join(folder, 'compiled')),
    place: postgres?.url ?? join(folder, 'desk.db'),
    servers: counts.servers ?? (postgres ? 2 : 1),
    log: (message) => console.error(`${new Date().toISOString().slice(11, 19)} ${message}`),
  });
  const { problems, ...rest } = report;
  console.log(
    JSON.stringify({ engine, ...rest, problems: problems.length, first: problems.slice(0, 20) }, undefined, 2),
  );
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  await postgres?.stop();
  rmSync(folder, { recursive: true });
}
