import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { readDeskSettings } from '../desk/read-desk-settings.ts';
import { InvalidInputError } from '../domain/errors.ts';
import { helpTopic } from '../help-topics.ts';
import { loadIntentCatalogue } from '../intents/intent-catalogue.ts';
import type { Article } from '../retrieval/article.ts';
import { loadKnowledge } from '../retrieval/load-knowledge.ts';
import { missingArticles } from '../widget/quick-questions.ts';
import { parseWidgetSettings, WIDGET_FILE } from '../widget/widget-settings.ts';
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
      const widgetProblems = await checkWidget(knowledgeFolder, articles);
      const broken = problems.filter(({ severity }) => severity === 'error').length;
      const deskProblems = await checkDesk(knowledgeFolder);
      const errors = broken + catalogue.problems.length + widgetProblems.length + deskProblems.length;
      const report = {
        folder: knowledgeFolder,
        articles: articles.length,
        intents: catalogue.intents.length,
        errors,
        problems,
        intentProblems: catalogue.problems,
        widgetProblems,
        deskProblems,
      };
      const lines = [
        ...problems.map(({ severity, file, line, message }) => `${file}:${line}: ${severity}: ${message}`),
        ...catalogue.problems,
        ...widgetProblems,
        ...deskProblems,
        `${articles.length} articles, ${catalogue.intents.length} intents, ${errors} errors`,
      ];
      print(options.json, report, lines.join('\n'));
      if (errors > 0) process.exitCode = 1;
    });
}

async function checkWidget(folder: string, articles: readonly Article[]): Promise<string[]> {
  const source = await readFile(join(folder, WIDGET_FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return '';
  });
  const { settings, problems, lineOf } = parseWidgetSettings(WIDGET_FILE, source);
  const missing = settings ? missingArticles(articles.map(helpTopic), settings) : [];
  const absent = ({ article, path }: (typeof missing)[number]) =>
    `${WIDGET_FILE}:${lineOf(path)}: ${path.join('.')}: there is no article ${article}`;
  return [...problems, ...missing.map(absent)];
}

async function checkDesk(knowledgeFolder: string): Promise<string[]> {
  try {
    await readDeskSettings(knowledgeFolder);
    return [];
  } catch (error) {
    if (error instanceof InvalidInputError) return error.message.split('\n');
    throw error;
  }
}
