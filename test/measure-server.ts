import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadCases } from '../src/evals/load-cases.ts';
import { type Asked, askQuestions } from './measure/ask-questions.ts';
import { editKnowledge } from './measure/edit-knowledge.ts';
import { ServerUnderTest } from './measure/server-under-test.ts';

/**
 * Measures the serving process from outside, over HTTP, on the demo shop: a first start without an index, one after edits
 * and one with all as the last start left it. The first and the last are asked 200 questions and then 200 more while the
 * knowledge is being edited. Run by `npm run measure:server`;
 * options after `--` are given to the server's Node.js. A lag counts as a stall above so many milliseconds.
 */
const STALL = 50;
const QUESTIONS = 200;
/** A prime: cases of every kind in turn. */
const STRIDE = 97;
const root = fileURLToPath(new URL('..', import.meta.url));

async function measure(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'xiaoer-measure-'));
  const knowledge = join(folder, 'knowledge');
  await cp(join(root, 'knowledge'), knowledge, { recursive: true });
  const conversations = await questions();
  const environment = {
    XIAOER_DATA: join(folder, 'data'),
    XIAOER_KNOWLEDGE: knowledge,
    XIAOER_SHOP_DATA: join(root, 'demo/shop-data.yaml'),
    // A turn is measured, not the wait for fragments.
    XIAOER_BURST_WINDOW_MS: '0',
  };
  try {
    await measureStart('first start', environment, conversations, knowledge);
    // What was edited since the last start is read and written anew once.
    const edited = await ServerUnderTest.start(environment, process.argv.slice(2));
    console.log(`start after the edits: ready after ${edited.readySeconds.toFixed(1)} s`);
    await edited.stop();
    await measureStart('later start', environment, conversations, knowledge);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureStart(
  name: string,
  environment: Record<string, string>,
  conversations: readonly string[][],
  knowledge: string,
): Promise<void> {
  const server = await ServerUnderTest.start(environment, process.argv.slice(2));
  console.log(`${name}: ready after ${server.readySeconds.toFixed(1)} s`);
  await report('  quiet   ', server, await askQuestions(server, conversations));
  const builds = server.builds;
  const editing = new AbortController();
  const edits = editKnowledge(knowledge, editing.signal);
  const asked = await askQuestions(server, conversations);
  editing.abort();
  await report('  editing ', server, asked);
  console.log(`            ${await edits} edits, ${server.builds - builds} builds`);
  await server.stop();
}

/** Evenly chosen cases of both languages, as whole conversations, until there are enough messages. */
async function questions(): Promise<string[][]> {
  const cases = await loadCases(join(root, 'evals/cases'));
  const conversations: string[][] = [];
  for (let at = 0, count = 0; count < QUESTIONS; at += 1) {
    const { turns } = cases[(at * STRIDE) % cases.length];
    conversations.push(turns.slice(0, QUESTIONS - count).map(({ customer }) => customer.join(' ')));
    count += turns.length;
  }
  return conversations;
}

async function report(phase: string, server: ServerUnderTest, asked: Asked): Promise<void> {
  const { lags, ownLag, replies } = asked;
  const times = [asked.p50, asked.p95, asked.p99].map((time) => time.toFixed(0)).join(' / ');
  const longest = lags
    .slice(0, 5)
    .map((lag) => lag.toFixed(0))
    .join(' ');
  const stalls = lags.filter((lag) => lag > STALL).length;
  const memory = (await server.residentMegabytes()).toFixed(0);
  console.log(`${phase}p50 / p95 / p99 ${times} ms, resident ${memory} MB, replies ${replies}`);
  console.log(`            longest lags ${longest} ms, over ${STALL} ms in ${stalls} of ${lags.length} looks`);
  console.log(`            longest lag of the asking process ${ownLag.toFixed(0)} ms`);
}

await measure();
