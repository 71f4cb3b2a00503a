import type { Command } from 'commander';
import { dayIn } from '../compose.ts';
import { readConfig } from '../config.ts';
import { checkKnowledge, type KnowledgeCheck } from './check-knowledge.ts';
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
      const { knowledgeFolder, timeZone } = readConfig(process.env, { knowledgeFolder: directory });
      const found = await checkKnowledge(knowledgeFolder, dayIn(timeZone, Date.now()));
      print(options.json, found, inLines(found));
      if (found.errors > 0) process.exitCode = 1;
    });
}

function inLines(found: KnowledgeCheck): string {
  const { problems, intentProblems, widgetProblems, deskProblems, repliesProblems } = found;
  return [
    ...problems.map(({ severity, file, line, message }) => `${file}:${line}: ${severity}: ${message}`),
    ...intentProblems,
    ...widgetProblems,
    ...deskProblems,
    ...repliesProblems,
    `${found.articles} articles, ${saidOfIntents(found)}, ${found.errors} errors, ${found.warnings} warnings`,
  ].join('\n');
}

function saidOfIntents({ intents, intentProblems, servingIntents }: KnowledgeCheck): string {
  const isOwn = intents > 0 || intentProblems.length > 0;
  return isOwn ? `${intents} intents` : `0 intents of its own: the ${servingIntents} that ship serve`;
}
