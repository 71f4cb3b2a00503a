import { join } from 'node:path';
import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { loadIntentCatalogue } from '../intents/intent-catalogue.ts';
import { loadKnowledge } from '../retrieval/load-knowledge.ts';
import { print } from './print.ts';

/** `xiaoer knowledge check [DIR]`: exit status 1 when a file is broken. */
export function registerKnowledge(program: Command): void {
  program
    .command('knowledge')
    .description("the shop's markdown")
    .command('check [directory]')
    .description('read every article and intent and say what is wrong, with file and line')
    .option('--json', 'one JSON document on stdout')
    .action(async (directory: string | undefined, options: { json?: boolean }) => {
      const { knowledgeFolder } = readConfig(process.env, { knowledgeFolder: directory });
      const { articles, problems } = await loadKnowledge(knowledgeFolder);
      const catalogue = await loadIntentCatalogue(join(knowledgeFolder, 'intents'));
      const errors = problems.filter(({ severity }) => severity === 'error').length + catalogue.problems.length;
      const report = {
        folder: knowledgeFolder,
        articles: articles.length,
        intents: catalogue.intents.length,
        errors,
        problems,
        intentProblems: catalogue.problems,
      };
      const lines = [
        ...problems.map(({ severity, file, line, message }) => `${file}:${line}: ${severity}: ${message}`),
        ...catalogue.problems,
        `${articles.length} articles, ${catalogue.intents.length} intents, ${errors} errors`,
      ];
      print(options.json, report, lines.join('\n'));
      if (errors > 0) process.exitCode = 1;
    });
}
