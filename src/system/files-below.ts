import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What stands below a folder; paths relative to it, with forward slashes, sorted. */
export interface FoundFiles {
  readonly files: readonly string[];
  /** Links to something that is not there or may not be seen, or that only lead to themselves. */
  readonly brokenLinks: readonly string[];
}

/**
 * All files below a folder that are not hidden. Links to files and folders are followed, since a folder that is mounted
 * from a Kubernetes ConfigMap or kept in a monorepo consists of little else; a link back to a folder around it is not
 * entered.
 * @throws what reading a folder throws.
 */
export async function filesBelow(root: string): Promise<FoundFiles> {
  const files: string[] = [];
  const brokenLinks: string[] = [];

  async function walk(folder: string, around: readonly string[]): Promise<void> {
    const real = await realpath(join(root, folder));
    if (around.includes(real)) return;
    for (const entry of await readdir(real, { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const kind = await kindOf(entry, join(real, entry.name));
      if (kind === 'file') files.push(path);
      else if (kind === 'folder') await walk(path, [...around, real]);
      else if (kind === 'broken link') brokenLinks.push(path);
    }
  }

  await walk('', []);
  return { files: files.sort(), brokenLinks: brokenLinks.sort() };
}

type Kind = 'file' | 'folder' | 'broken link' | 'other';

async function kindOf(entry: Dirent, path: string): Promise<Kind> {
  if (!entry.isSymbolicLink()) return kindOfTarget(entry);
  try {
    return kindOfTarget(await stat(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // One link to what this account may not see does not make the whole folder unreadable.
    if (code && ['ENOENT', 'ENOTDIR', 'ELOOP', 'EACCES'].includes(code)) return 'broken link';
    throw error;
  }
}

function kindOfTarget(target: Pick<Dirent, 'isFile' | 'isDirectory'>): Kind {
  if (target.isFile()) return 'file';
  return target.isDirectory() ? 'folder' : 'other';
}
