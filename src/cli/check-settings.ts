import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readReplies } from '../conversation/deciding/read-replies.ts';
import { readDeskSettings } from '../desk/read-desk-settings.ts';
import { InvalidInputError } from '../domain/errors.ts';
import { helpTopic } from '../help-topics.ts';
import type { Article } from '../retrieval/article.ts';
import { missingArticles } from '../widget/quick-questions.ts';
import { parseWidgetSettings, WIDGET_FILE } from '../widget/widget-settings.ts';

/** What is wrong with the YAML files of a knowledge folder, as `file:line: field: what`. */
export interface SettingsProblems {
  readonly widgetProblems: readonly string[];
  readonly deskProblems: readonly string[];
  readonly repliesProblems: readonly string[];
}

/** Reads the YAML files beside the articles as a start does. @param articles that `widget.yaml` may name */
export async function checkSettings(folder: string, articles: readonly Article[]): Promise<SettingsProblems> {
  return {
    widgetProblems: await checkWidget(folder, articles),
    deskProblems: await problemsOf(readDeskSettings(folder)),
    repliesProblems: await problemsOf(readReplies(folder)),
  };
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

/** What is wrong with a settings file, a line each. */
async function problemsOf(reading: Promise<unknown>): Promise<string[]> {
  try {
    await reading;
    return [];
  } catch (error) {
    if (error instanceof InvalidInputError) return error.message.split('\n');
    throw error;
  }
}
