import type { Command } from 'commander';
import { listModels, pullModels } from '../adapters/models/pull-models.ts';
import { readConfig } from '../config.ts';
import { openModelStore } from '../open-models.ts';
import { print } from './print.ts';

/** `xiaoer models pull | list` */
export function registerModels(program: Command): void {
  const models = program.command('models').description('the embedding models');
  models
    .command('pull [names...]')
    .description('fetch and verify the weights ahead of time')
    .option('--json', 'one JSON document on stdout')
    .action(async (names: string[], options: { json?: boolean }) => {
      const store = await openModelStore(readConfig());
      show(options.json, await pullModels(store, names.length > 0 ? names : undefined));
    });
  models
    .command('list')
    .description('what is known and what is on disk')
    .option('--json', 'one JSON document on stdout')
    .action(async (options: { json?: boolean }) => {
      show(options.json, await listModels(await openModelStore(readConfig())));
    });
}

function show(json: boolean | undefined, models: Awaited<ReturnType<typeof listModels>>): void {
  const lines = models.map(({ name, licence, present, path, bytes }) =>
    [
      name.padEnd(20),
      licence.padEnd(11),
      `${(bytes / 1e6).toFixed(0)} MB`.padStart(6),
      present ? path : 'not on disk',
    ].join('  '),
  );
  print(json, models, lines.join('\n'));
}
