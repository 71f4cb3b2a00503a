/**
 * Measures the ideas behind intents, retrieval and sentiment, those that were dropped and those of other libraries, on
 * the same files, and prints a table a task:
 *
 *     npx tsx training/leaderboard.ts DATA_DIR [--only intents|retrieval|sentiment] [--write docs/leaderboard.md]
 *
 * DATA_DIR holds `intents/`, `retrieval/` and `sentiment/` with the public sets that docs/leaderboard.md names; none of
 * them is part of this repository. `--write` puts each table into its place in the document and leaves the rest of it.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { reportFailure } from '../src/cli/print.ts';
import { readConfig } from '../src/config.ts';
import { InvalidInputError } from '../src/domain/errors.ts';
import { openEmbedders } from '../src/open-models.ts';
import { measureIntents } from './leaderboard/intents.ts';
import { TASKS, type Task } from './leaderboard/leaderboard-row.ts';
import { measureRetrieval } from './leaderboard/retrieval.ts';
import { measureSentiment } from './leaderboard/sentiment.ts';
import { replaceBoard, writeBoard } from './leaderboard/write-table.ts';

const MEASURES = { intents: measureIntents, retrieval: measureRetrieval, sentiment: measureSentiment };

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { only: { type: 'string' }, write: { type: 'string' } },
  });
  const [dataFolder] = positionals;
  if (!dataFolder) throw new InvalidInputError('which folder holds intents/, retrieval/ and sentiment/?');
  await run(dataFolder, tasksOf(values.only), values.write);
} catch (error) {
  process.exitCode = reportFailure(error);
}

async function run(dataFolder: string, tasks: readonly Task[], file: string | undefined): Promise<void> {
  const { embedders, close } = await openEmbedders(readConfig());
  try {
    for (const task of tasks) {
      const board = writeBoard(await MEASURES[task](dataFolder, embedders));
      console.log(board);
      if (file) await writeFile(file, replaceBoard(await readFile(file, 'utf8'), task, board));
    }
  } finally {
    await close();
  }
}

function tasksOf(only: string | undefined): readonly Task[] {
  if (only === undefined) return TASKS;
  const task = TASKS.find((name) => name === only);
  if (!task) throw new InvalidInputError(`--only is one of ${TASKS.join(', ')}`);
  return [task];
}
