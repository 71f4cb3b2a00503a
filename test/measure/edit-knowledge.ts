import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds between two edits: longer than a file takes to settle, so that each makes a build. */
const BETWEEN_EDITS = 3_000;
/** This edit is one of an intent's examples, so that a classifier is trained, too. */
const INTENT_EDIT = 3;

/** Edits files below a knowledge folder, one after the other, until it is told to stop. @returns how many */
export async function editKnowledge(folder: string, signal: AbortSignal): Promise<number> {
  const articles = await markdownIn(folder, (name) => /^(zh|en)\//.test(name));
  const [intent] = await markdownIn(folder, (name) => name.startsWith('intents/'));
  let edits = 0;
  while (!signal.aborted) {
    edits += 1;
    const article = articles[(edits * 37) % articles.length];
    if (edits === INTENT_EDIT) await append(intent, `- how about that, number ${edits}\n`);
    else await append(article, `\n本条第 ${edits} 次修订。 This is revision ${edits}.\n`);
    await pause(BETWEEN_EDITS, undefined, { signal }).catch(() => {});
  }
  return edits;
}

async function markdownIn(folder: string, accepts: (name: string) => boolean): Promise<string[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.md') && accepts(name));
  return names.sort().map((name) => join(folder, name));
}

async function append(file: string, text: string): Promise<void> {
  await writeFile(file, `${(await readFile(file, 'utf8')).trimEnd()}\n${text}`);
}
