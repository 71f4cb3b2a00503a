import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { InvalidInputError } from '../domain/errors.ts';
import type { KnowledgeProblem } from './article.ts';

/** Folders below the root that hold something other than articles. */
const RESERVED = new Set(['intents', 'replies']);

/** Whether a file, given relative to the root with forward slashes, holds an article. */
export function isArticleFile(file: string): boolean {
  return file.endsWith('.md') && !RESERVED.has(file.split('/')[0]) && !isReadme(file);
}

/**
 * A warning for each markdown file below `root` that nothing reads, with the reason: its name ends otherwise, or it
 * stands in a folder that is kept for something else. Hidden files and readmes are meant to be left out.
 */
export async function skippedFiles(root: string): Promise<KnowledgeProblem[]> {
  const files = (await filesBelow(root)).filter((file) => /\.(md|markdown)$/i.test(file) && !isReadme(file));
  return files.flatMap((file) => {
    const [folder, ...path] = file.split('/');
    const isReserved = path.length > 0 && RESERVED.has(folder);
    const place = folder === 'intents' ? 'intents stand in intents/ itself' : `${folder}/ is no folder for articles`;
    const isRead = !isReserved || (folder === 'intents' && path.length === 1);
    const reason = file.endsWith('.md') ? (isRead ? undefined : place) : 'its name must end in .md';
    return reason ? { severity: 'warning', file, line: 1, message: `is not read: ${reason}` } : [];
  });
}

function isReadme(file: string): boolean {
  return /(^|\/)readme\.\w+$/i.test(file);
}

/**
 * All files below `root` that are not hidden, relative, with forward slashes, sorted.
 * @throws InvalidInputError when the folder cannot be read.
 */
export async function filesBelow(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    throw new InvalidInputError(`knowledge folder ${root} cannot be read`, cause);
  });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !file.split('/').some((part) => part.startsWith('.')))
    .sort();
}
