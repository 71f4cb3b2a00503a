import { setTimeout as pause } from 'node:timers/promises';
import { openPostgresDatabase } from '../../src/adapters/postgres/open-database.ts';
import { openSqliteDatabase } from '../../src/adapters/sqlite/open-database.ts';
import { joinStores } from '../../src/open-stores.ts';
import { checkStore, type StoreFigures } from './check-store.ts';
import { checkViews } from './check-views.ts';
import { FlakyNetwork } from './flaky-network.ts';
import { Latencies } from './latencies.ts';
import { ServerFleet } from './server-fleet.ts';
import { SimulatedAgent } from './simulated-agent.ts';
import { SimulatedCustomer } from './simulated-customer.ts';

/** How much, for how long, over what. */
export interface ChaosOptions {
  /** What `compileDeskServer` returned. */
  readonly script: string;
  /** File of an SQLite database, or postgres:// URL of an empty schema. */
  readonly place: string;
  readonly servers: number;
  readonly customers: number;
  readonly agents: number;
  readonly seconds: number;
  readonly kills: number;
  /** Seconds between two messages of a customer, on average. */
  readonly thinkSeconds: number;
  /** Share of messages that ask for a person. */
  readonly humanShare: number;
  readonly log?: (message: string) => void;
}

/** What happened. */
export interface ChaosReport {
  /** Everything that is wrong; empty when every message is there once and in order in every view. */
  readonly problems: string[];
  readonly figures: StoreFigures & Record<string, number>;
  /** Milliseconds. */
  readonly latencies: Record<string, ReturnType<Latencies['summary']>>;
}

/** Cuts per connection of a view: one at a random moment within so many milliseconds. */
const VIEW_LIVES_MS = 20_000;
const DROP_SHARE = 0.05;
/** How long the agents have to empty the queue, and the pages to catch up, once no customer writes any more. */
const PATIENCE_MS = 120_000;

/** Plays customers and agents against servers that are killed, over connections that are cut, and checks every view. */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const log = options.log ?? (() => {});
  const fleet = await ServerFleet.start(options.script, options.place, options.servers);
  const giveUp = new AbortController();
  const network = new FlakyNetwork({ urls: () => fleet.urls, dropShare: DROP_SHARE, signal: giveUp.signal });
  const latencies = { customerSees: new Latencies(), agentSees: new Latencies() };
  let isCalm = false;
  const cutWithinMs = () => (isCalm ? undefined : VIEW_LIVES_MS);
  const customers = Array.from(
    { length: options.customers },
    (_, index) =>
      new SimulatedCustomer(index, {
        ...{
          network,
          cutWithinMs,
          liveLatency: latencies.customerSees,
          thinkMs: options.thinkSeconds * 1000,
          humanShare: options.humanShare,
        },
      }),
  );
  const agents = Array.from(
    { length: options.agents },
    (_, index) => new SimulatedAgent(index + 1, { network, cutWithinMs, liveLatency: latencies.agentSees }),
  );
  const timeout = setTimeout(() => giveUp.abort(), options.seconds * 1000 + 2 * PATIENCE_MS);
  const problems: string[] = [];
  try {
    await Promise.all(agents.map((agent) => agent.setAvailable(true)));
    await agentsWatch(agents);
    const end = Date.now() + options.seconds * 1000;
    let isDone = false;
    const working = Promise.all(agents.map((agent) => agent.run(() => isDone)));
    const writing = Promise.all(customers.map((customer) => customer.run(() => Date.now() > end)));
    await Promise.race([Promise.all([writing, killNowAndThen(fleet, options, log)]), working]);
    network.dropShare = 0;
    isCalm = true;
    log('no customer writes any more');
    await Promise.race([emptyQueue(network), working]);
    isDone = true;
    await working;
    log('the queue is empty');
    problems.push(...(await settledProblems(network, customers, agents)));
  } finally {
    clearTimeout(timeout);
    giveUp.abort();
    await Promise.all([...customers.flatMap(viewsOf), ...agents.map((agent) => agent.view.close())]);
    await fleet.stop();
  }
  log('every page has been read');
  const { problems: inStore, figures } = await readStore(options.place, customers, agents);
  problems.push(...inStore);
  return report(problems, figures, { network, customers, agents, fleet, latencies });
}

const viewsOf = ({ conversations }: SimulatedCustomer) => conversations.map(({ view }) => view.close());

/** Pages that watch from the beginning have seen everything. */
async function agentsWatch(agents: readonly SimulatedAgent[]): Promise<void> {
  while (agents.some((agent) => agent.counts.resets === 0)) await pause(20);
}

async function killNowAndThen(fleet: ServerFleet, options: ChaosOptions, log: (message: string) => void) {
  const { seconds, kills } = options;
  for (let kill = 0; kill < kills; kill++) {
    await pause((seconds * 1000) / (kills + 1));
    await fleet.killOne();
    log(`kill -9 number ${fleet.kills}; the server is back`);
  }
}

async function emptyQueue(network: FlakyNetwork): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  for (const status of ['waiting', 'claimed', 'waiting', 'claimed']) {
    for (;;) {
      const path = `/v1/handoffs?status=${status}&limit=1`;
      const { body } = await network.reliably<{ handoffs: unknown[] }>('GET', path, undefined, '10.2.0.1');
      if (body.handoffs.length === 0) break;
      if (Date.now() > until) return;
      await pause(500);
    }
  }
}

/** Pages may need a moment to catch up; what is still wrong after that is wrong. */
async function settledProblems(
  network: FlakyNetwork,
  customers: readonly SimulatedCustomer[],
  agents: SimulatedAgent[],
) {
  const conversations = customers.flatMap((customer) => customer.conversations);
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const problems = await checkViews(network, conversations, agents);
    if (problems.length === 0 || Date.now() > until) return problems;
    await pause(2000);
  }
}

async function readStore(place: string, customers: readonly SimulatedCustomer[], agents: readonly SimulatedAgent[]) {
  const open = place.startsWith('postgres') ? openPostgresDatabase : openSqliteDatabase;
  const stores = joinStores(await open(place));
  try {
    const conversations = customers.flatMap((customer) => customer.conversations);
    return await checkStore(stores, conversations, agents);
  } finally {
    await stores.close();
  }
}

interface Played {
  readonly network: FlakyNetwork;
  readonly customers: readonly SimulatedCustomer[];
  readonly agents: readonly SimulatedAgent[];
  readonly fleet: ServerFleet;
  readonly latencies: { readonly customerSees: Latencies; readonly agentSees: Latencies };
}

function report(problems: string[], stored: StoreFigures, played: Played): ChaosReport {
  const { network, customers, agents, fleet, latencies } = played;
  const conversations = customers.flatMap((customer) => customer.conversations);
  const sum = <T>(all: readonly T[], count: (one: T) => number) => all.reduce((total, one) => total + count(one), 0);
  return {
    problems,
    figures: {
      ...stored,
      conversations: conversations.length,
      messages: sum(conversations, ({ sent }) => sent.length),
      duplicateDeliveries: sum(customers, ({ duplicates }) => duplicates),
      kills: fleet.kills,
      customerConnections: sum(conversations, ({ view }) => view.connections),
      agentConnections: sum(agents, ({ view }) => view.connections),
      linesOnCustomersPages: sum(conversations, ({ seen }) => seen.length),
      linesOnAgentsPages: sum(agents, ({ seen }) => sum([...seen.values()], (lines) => lines.length)),
      agentLines: sum(agents, ({ said }) => said.length),
      refusedClaims: sum(agents, ({ counts }) => counts.refusedClaims),
      resets: sum(agents, ({ counts }) => counts.resets),
      lostHolds: sum(agents, ({ counts }) => counts.lostHolds),
      ...network.counts,
    },
    latencies: {
      request: network.latencies.undisturbed.summary(),
      requestWithRepeats: network.latencies.all.summary(),
      lineToCustomer: latencies.customerSees.summary(),
      lineToAgent: latencies.agentSees.summary(),
    },
  };
}
