import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskServerUnderTest } from './desk-server-under-test.ts';
import { OtherSide } from './fakes/other-side.ts';
import { type DeskProcess, startDeskProcess } from './fixtures/desk-process.ts';
import { FaithfulCustomer } from './fixtures/faithful-customer.ts';
import { postgresUnderTest } from './postgres-under-test.ts';

const folder = mkdtempSync(join(tmpdir(), 'xiaoer-webhook-kill-nine-'));
const postgres = await postgresUnderTest();
let script: string;
let shop: OtherSide;
let servers: DeskProcess[] = [];

beforeAll(async () => {
  script = await deskServerUnderTest();
  // One in ten is refused, and one in fifty gets no answer in time.
  shop = await OtherSide.open(async () => {
    const chance = Math.random();
    if (chance < 0.02) await pause(3_000);
    return chance < 0.1 ? { status: 500 } : { status: 204 };
  });
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.kill()));
  await shop.close();
  rmSync(folder, { recursive: true });
});

async function ask<T>(url: string, method = 'GET', body?: object): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method, ...(body ? { headers, body: JSON.stringify(body) } : {}) });
  expect(response.ok).toBe(true);
  return (await response.json()) as T;
}

interface Received {
  readonly type: string;
  readonly data: { readonly conversationId: string; readonly position: number };
}

const start = (place: string, count: number) =>
  Promise.all(Array.from({ length: count }, () => startDeskProcess(script, place)));

/** Messages that are written between two kills at least. */
const LEAST = 6;

/** Customers write while the servers over `place` are killed again and again; the endpoint hears of everything. */
async function hearOfEverything(place: string, kills: number, together: number): Promise<void> {
  servers = await start(place, together);
  const path = `/${Math.random()}`;
  const { secret } = await ask<{ secret: string }>(`${servers[0].url}/v1/webhooks`, 'POST', {
    url: `${shop.url}${path}`,
  });
  const customers = Array.from({ length: 4 }, () => new FaithfulCustomer());
  const written = () => customers.reduce((sum, { sent }) => sum + sent.length, 0);
  for (let round = 0; round < kills; round++) {
    const writers = customers.map((customer, index) => customer.writeTo(servers[index % together].url));
    await pause(150 + Math.random() * 300);
    // A busy machine writes less in the same time, and a kill between too few messages shows nothing.
    while (written() < LEAST * (round + 1)) await pause(20);
    await Promise.all(servers.map((server) => server.kill()));
    await Promise.all(writers);
    servers = await start(place, together);
  }
  const [{ url }] = servers;
  for (const customer of customers) expect(await customer.repeatUnacknowledged(url)).toBe(true);

  const ids = [...new Set(customers.flatMap(({ sent }) => sent.map(({ conversationId }) => conversationId)))];
  const lines = await Promise.all(
    ids.map(async (id) => {
      const { transcript } = await ask<{ transcript: { position: number }[] }>(`${url}/v1/conversations/${id}`);
      return transcript.map(({ position }) => `${id}:${position}`);
    }),
  );
  const expected = lines.flat().toSorted();
  const heard = () => {
    const own = shop.seen.filter((request) => request.url === path);
    return own.map(
      ({ body, headers }) => new Webhook(secret).verify(body, headers as Record<string, string>) as Received,
    );
  };
  const told = () => {
    const messages = heard().filter(({ type }) => type.startsWith('message.'));
    return [...new Set(messages.map(({ data }) => `${data.conversationId}:${data.position}`))].toSorted();
  };
  await expect.poll(told, { timeout: 90_000, interval: 500 }).toEqual(expected);
  expect(expected.length).toBeGreaterThanOrEqual(kills * LEAST);
  const { handoffs } = await ask<{ handoffs: unknown[] }>(`${url}/v1/handoffs?limit=500`);
  const opened = () =>
    new Set(
      heard()
        .filter(({ type }) => type === 'handoff.opened')
        .map(({ data }) => JSON.stringify(data)),
    ).size;
  await expect.poll(opened, { timeout: 60_000, interval: 500 }).toBe(handoffs.length);
  await Promise.all(servers.map((server) => server.kill()));
}

describe('webhooks reach a shaky endpoint, each at least once', () => {
  it('although the server is killed six times', () => hearOfEverything(join(folder, 'desk.db'), 6, 1), 200_000);

  if (postgres.reason !== undefined) it.skip(`on PostgreSQL: ${postgres.reason}`, () => {});
  else
    it(
      'although two servers on PostgreSQL are',
      async () => hearOfEverything(await postgres.newSchema(), 3, 2),
      200_000,
    );
});
