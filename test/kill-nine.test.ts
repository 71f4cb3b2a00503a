import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskServerUnderTest } from './desk-server-under-test.ts';
import { type DeskProcess, startDeskProcess } from './fixtures/desk-process.ts';
import { FaithfulCustomer, post } from './fixtures/faithful-customer.ts';
import { postgresUnderTest } from './postgres-under-test.ts';

const CUSTOMERS = 6;
const folder = mkdtempSync(join(tmpdir(), 'xiaoer-kill-nine-'));
const postgres = await postgresUnderTest();
let script: string;
let server: DeskProcess | undefined;

beforeAll(async () => {
  script = await deskServerUnderTest();
});
afterAll(async () => {
  await server?.kill();
  rmSync(folder, { recursive: true });
});

const read = async <T>(url: string) => (await (await fetch(url)).json()) as T;
interface Conversation {
  transcript: { role: string; messageId?: string }[];
}
interface Queue {
  handoffs: { id: string; conversationId: string; status: string; agentId?: string }[];
}

/** Claims what waits, until the server is gone; remembers the claims that were acknowledged. */
async function workAsAgent(url: string, agentId: string, claimed: Map<string, string>): Promise<void> {
  for (;;) {
    try {
      const { handoffs } = await read<Queue>(`${url}/v1/handoffs?status=waiting`);
      for (const { id } of handoffs) {
        const headers = { 'content-type': 'application/json' };
        const body = JSON.stringify({ agentId });
        const response = await fetch(`${url}/v1/handoffs/${id}/claim`, { method: 'POST', headers, body });
        if (response.ok) claimed.set(id, agentId);
      }
      await pause(20);
    } catch {
      return;
    }
  }
}

/** Customers write and agents claim while the server over `place` is killed again and again; then everything is counted. */
async function surviveKills(place: string, kills: number, atLeastMs: number): Promise<void> {
  const start = async () => {
    server = await startDeskProcess(script, place);
    return server.url;
  };
  const customers = Array.from({ length: CUSTOMERS }, () => new FaithfulCustomer());
  const claimed = new Map<string, string>();
  for (let round = 0; round < kills; round++) {
    const url = await start();
    const agents = ['amy', 'bo'].map((agent) => workAsAgent(url, agent, claimed));
    const writers = customers.map((customer) => customer.writeTo(url));
    await pause(atLeastMs + Math.random() * 300);
    await server?.kill();
    await Promise.all([...agents, ...writers]);
  }

  const url = await start();
  for (const customer of customers) expect(await customer.repeatUnacknowledged(url)).toBe(true);
  const sent = customers.flatMap((customer) => customer.sent);
  expect(sent.length).toBeGreaterThan(kills);
  for (const message of sent) expect(await post(url, message)).toEqual(message.answer);

  for (const id of new Set(sent.map((message) => message.conversationId))) {
    const own = sent.filter((message) => message.conversationId === id);
    const { transcript } = await read<Conversation>(`${url}/v1/conversations/${id}`);
    const stored = transcript.flatMap((line) => (line.role === 'customer' ? [line.messageId] : []));
    expect(stored.toSorted()).toEqual(own.map((message) => message.messageId).toSorted());
    const replies = own.filter((message) => message.answer?.reply);
    expect(transcript.filter((line) => line.role === 'bot')).toHaveLength(replies.length);
  }

  const { handoffs } = await read<Queue>(`${url}/v1/handoffs?limit=500`);
  const acknowledged = sent.flatMap((message) => message.answer?.handoff?.id ?? []);
  expect(handoffs.map((handoff) => handoff.id).toSorted()).toEqual(acknowledged.toSorted());
  expect(claimed.size).toBeGreaterThan(0);
  for (const [id, agentId] of claimed) {
    expect(handoffs.find((handoff) => handoff.id === id)).toMatchObject({ status: 'claimed', agentId });
  }
  await server?.kill();
}

describe('what was acknowledged is neither lost nor doubled', () => {
  it('by 20 kills at random moments', () => surviveKills(join(folder, 'desk.db'), 20, 50), 180_000);

  if (postgres.reason !== undefined) it.skip(`on PostgreSQL: ${postgres.reason}`, () => {});
  else it('by 6 kills on PostgreSQL', async () => surviveKills(await postgres.newSchema(), 6, 300), 90_000);
});
