import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { eventStreamReader } from '../web/shared/read-event-stream.ts';
import { deskServerUnderTest } from './desk-server-under-test.ts';
import { type DeskProcess, startDeskProcess } from './fixtures/desk-process.ts';
import { post } from './fixtures/faithful-customer.ts';
import { postgresUnderTest } from './postgres-under-test.ts';

const folder = mkdtempSync(join(tmpdir(), 'xiaoer-two-servers-'));
const postgres = await postgresUnderTest();
let script: string;

beforeAll(async () => {
  script = await deskServerUnderTest();
});
afterAll(() => rmSync(folder, { recursive: true }));

interface View {
  transcript: { messageId?: string }[];
}

async function viewOf(url: string, conversationId: string): Promise<View> {
  return (await (await fetch(`${url}/v1/conversations/${conversationId}`)).json()) as View;
}

const messageIds = ({ transcript }: View) => transcript.flatMap((line) => line.messageId ?? []);

async function claim(url: string, id: string, agentId: string): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ agentId });
  return (await fetch(`${url}/v1/handoffs/${id}/claim`, { method: 'POST', headers, body })).status;
}

/** The texts of a conversation's lines as they come in; the server may be another one than they were sent to. */
function follow(url: string, conversationId: string): { readonly texts: string[]; end(): void } {
  const ended = new AbortController();
  const texts: string[] = [];
  const read = async () => {
    const response = await fetch(`${url}/v1/conversations/${conversationId}/events`, { signal: ended.signal });
    const reader = eventStreamReader();
    for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      for (const { event, data } of reader.read(piece)) if (event === 'line') texts.push(JSON.parse(data).text);
    }
  };
  read().catch((error: unknown) => {
    if (!ended.signal.aborted) texts.push(String(error));
  });
  return { texts, end: () => ended.abort() };
}

function behaveAsOne(name: string, place: () => Promise<string>): void {
  describe(`two server processes on one ${name} database`, () => {
    let servers: DeskProcess[];
    beforeAll(async () => {
      const shared = await place();
      servers = await Promise.all([startDeskProcess(script, shared), startDeskProcess(script, shared)]);
    });
    afterAll(() => Promise.all(servers.map((server) => server.kill())));
    const urls = () => servers.map((server) => server.url);

    it('store a message once that reaches both, and answer it alike', async () => {
      const conversationId = randomUUID();
      for (let index = 0; index < 10; index++) {
        const message = { conversationId, messageId: `m${index}`, text: `text ${index}` };
        const [one, other] = await Promise.all(urls().map((url) => post(url, message)));
        expect(other).toEqual(one);
      }
      const view = await viewOf(urls()[0], conversationId);
      expect(messageIds(view)).toEqual(Array.from({ length: 10 }, (_, index) => `m${index}`));
      expect(view.transcript).toHaveLength(20);
    });

    it('take turns in a conversation to which both are written at once', async () => {
      const conversationId = randomUUID();
      const messages = Array.from({ length: 12 }, (_, index) => ({
        conversationId,
        messageId: `m${index}`,
        text: `text ${index}`,
      }));
      await Promise.all(messages.map((message, index) => post(urls()[index % 2], message)));
      const views = await Promise.all(urls().map((url) => viewOf(url, conversationId)));
      expect(views[1]).toEqual(views[0]);
      expect(messageIds(views[0]).toSorted()).toEqual(messages.map((message) => message.messageId).toSorted());
    });

    it('show live what the other one has stored', async () => {
      const conversationId = randomUUID();
      const [one, other] = urls();
      const page = follow(one, conversationId);
      for (let index = 0; index < 5; index++) {
        await post(other, { conversationId, messageId: `m${index}`, text: `text ${index}` });
      }
      const expected = Array.from({ length: 5 }, (_, index) => [`text ${index}`, `echo: text ${index}`]).flat();
      await vi.waitFor(() => expect(page.texts).toEqual(expected), { timeout: 10_000 });
      page.end();
    });

    it('let one agent win when several claim at both', async () => {
      for (let round = 0; round < 5; round++) {
        const message = { conversationId: randomUUID(), messageId: 'm', text: 'human please' };
        const { handoff } = await post(urls()[0], message);
        const agents = ['amy', 'bo', 'chen', 'dai', 'eva', 'fan'];
        const statuses = await Promise.all(
          agents.map((agent, index) => claim(urls()[index % 2], handoff?.id ?? '', agent)),
        );
        expect(statuses.toSorted()).toEqual([200, 409, 409, 409, 409, 409]);
      }
    });
  });
}

behaveAsOne('SQLite', async () => join(folder, 'desk.db'));
if (postgres.reason !== undefined) describe.skip(`PostgreSQL: ${postgres.reason}`, () => it('is not tested', () => {}));
else behaveAsOne('PostgreSQL', postgres.newSchema);
