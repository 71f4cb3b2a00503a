import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadShopIntents } from '../intent-service.ts';
import { type IntentCatalogue, loadIntentCatalogue } from '../intents/intent-catalogue.ts';
import type { Article, KnowledgeProblem } from '../retrieval/article.ts';
import { articleDoubts } from '../retrieval/article-doubts.ts';
import { loadKnowledge } from '../retrieval/load-knowledge.ts';
import { checkSettings, type SettingsProblems } from './check-settings.ts';

/** What a check of a knowledge folder found. The lists of text are errors as `file:line: what`. */
export interface KnowledgeCheck extends SettingsProblems {
  readonly folder: string;
  readonly articles: number;
  /** Of the folder's own. */
  readonly intents: number;
  /** That customers are read by: the folder's own, or those that ship. */
  readonly servingIntents: number;
  readonly errors: number;
  readonly warnings: number;
  readonly problems: readonly KnowledgeProblem[];
  readonly intentProblems: readonly string[];
}

/**
 * Reads everything in a knowledge folder that a start reads, and what it leaves unread.
 * @param today day (YYYY-MM-DD) in the shop's time zone
 * @throws InvalidInputError when the folder cannot be read.
 */
export async function checkKnowledge(folder: string, today: string): Promise<KnowledgeCheck> {
  const { articles, problems: broken } = await loadKnowledge(folder);
  const own = await loadIntentCatalogue(join(folder, 'intents'));
  const serving = await loadShopIntents(folder, own);
  const problems = [
    ...broken,
    ...emptiness(articles, broken),
    ...(await doubts(folder, articles, serving, today)),
    ...(own.intents.length > 0 ? intentDoubts(own) : []),
  ];
  const found = { intentProblems: own.problems, ...(await checkSettings(folder, articles)) };
  // Articles are named within the folder; so is everything else.
  const within = (lines: readonly string[]) => lines.map((line) => line.replaceAll(`${folder}/`, ''));
  const lists = {
    intentProblems: within(found.intentProblems),
    widgetProblems: within(found.widgetProblems),
    deskProblems: within(found.deskProblems),
    repliesProblems: within(found.repliesProblems),
  };
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return {
    ...{ folder, articles: articles.length, intents: own.intents.length, servingIntents: serving.intents.length },
    errors: errors + Object.values(lists).flat().length,
    warnings: problems.length - errors,
    problems,
    ...lists,
  };
}

/** A wrong path looks like an empty folder; where every article is broken, that has been said. */
function emptiness(articles: readonly Article[], problems: readonly KnowledgeProblem[]): KnowledgeProblem[] {
  if (articles.length > 0 || problems.some(({ severity }) => severity === 'error')) return [];
  return [
    { severity: 'warning', file: '.', line: 1, message: 'holds no articles: markdown files whose names end in .md' },
  ];
}

/** Doubts with the lines they are about; where a text is written in another way than it is read, the first line. */
async function doubts(
  folder: string,
  articles: readonly Article[],
  { intents, problems }: IntentCatalogue,
  today: string,
): Promise<KnowledgeProblem[]> {
  // An intent in a broken file is there, and its name may be what is broken.
  const names = problems.length > 0 ? undefined : new Set(intents.map(({ name }) => name));
  return Promise.all(
    articleDoubts(articles, names, today).map(async ({ article, about, message }) => {
      const file = `${article}.md`;
      const lines = (await readFile(join(folder, file), 'utf8')).split('\n');
      const line = Math.max(1, lines.findIndex((each) => each.includes(about)) + 1);
      return { severity: 'warning' as const, file, line, message };
    }),
  );
}

function intentDoubts({ intents }: IntentCatalogue): KnowledgeProblem[] {
  if (intents.some(({ route }) => route === 'lookup')) return [];
  const message =
    'none has route: lookup, so an order is looked up only where its number is written; ' +
    'a folder of your own replaces the intents that ship: copy those and change them';
  return [{ severity: 'warning', file: 'intents', line: 1, message }];
}
