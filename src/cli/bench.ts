import type { Command } from 'commander';
import { indexDeps } from '../compose.ts';
import { readConfig } from '../config.ts';
import type { Language } from '../domain/understanding.ts';
import { benchSentiment } from '../escalation/bench-sentiment.ts';
import { benchIntents } from '../intents/bench-intents.ts';
import { openEmbedders } from '../open-models.ts';
import type { Embedder, TokenEmbedder } from '../ports/embedder.ts';
import { benchRetrieval } from '../retrieval/bench-retrieval.ts';
import { print, table } from './print.ts';
import { readIntentData, readJsonLines, readRetrievalData, sentimentCase } from './read-json-lines.ts';

type Embedders = ReadonlyMap<Language, Embedder & TokenEmbedder>;

/** `xiaoer bench intents | retrieval | sentiment`: the classes the server uses, on any JSON lines. */
export function registerBench(program: Command): void {
  const bench = program.command('bench').description('measure on your own labelled text');
  bench
    .command('intents')
    .description('lines of {"text","label"}')
    .requiredOption('--train <file>', 'examples to learn from')
    .requiredOption('--test <file>', 'messages to classify')
    .option('--oos <label>', 'label of messages that belong to no intent')
    .option('--json', 'one JSON document on stdout')
    .action(async ({ train, test, oos, json }: { train: string; test: string; oos?: string; json?: boolean }) => {
      const rows = await readIntentData(train, test, oos);
      await run(json, (embedders) =>
        benchIntents({
          ...rows,
          oos,
          embedderFor: async (language) => embedderOf(embedders, language),
          clock: performance,
        }),
      );
    });
  bench
    .command('retrieval')
    .description('documents {"id","text"}, queries {"id","text","relevant":[id]}')
    .requiredOption('--docs <file>', 'documents')
    .requiredOption('--queries <file>', 'queries')
    .option('--json', 'one JSON document on stdout')
    .action(async ({ docs, queries, json }: { docs: string; queries: string; json?: boolean }) => {
      const data = await readRetrievalData(docs, queries);
      // Passages are not read: that changes how sure an answer is, never the order.
      await run(json, (embedders) =>
        benchRetrieval(data.documents, data.queries, indexDeps({ embedders, readers: new Map() }, new Map())),
      );
    });
  bench
    .command('sentiment')
    .description('lines of {"text","label"}, label angry or other')
    .requiredOption('--cases <file>', 'labelled messages')
    .option('--json', 'one JSON document on stdout')
    .action(async ({ cases, json }: { cases: string; json?: boolean }) => {
      const rows = await readJsonLines(cases, sentimentCase);
      await run(json, (embedders) => benchSentiment(rows, async (language) => embedderOf(embedders, language)));
    });
}

async function run(json: boolean | undefined, bench: (embedders: Embedders) => Promise<object>): Promise<void> {
  const { embedders, close } = await openEmbedders(readConfig());
  try {
    const result = await bench(embedders);
    print(json, result, table({ ...result }));
  } finally {
    await close();
  }
}

function embedderOf(embedders: Embedders, language: Language): Embedder {
  const embedder = embedders.get(language);
  if (!embedder) throw new Error(`no embedder for ${language}`);
  return embedder;
}
