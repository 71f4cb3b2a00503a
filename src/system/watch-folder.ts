import { createHash } from 'node:crypto';
import { realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { filesBelow } from './files-below.ts';

/** Editors save several files at once, and some programs save one file in several steps. */
const SETTLE_MS = 300;
const LOOK_MS = 1_500;
/** Looking takes at most this share of the time, however many files there are. */
const SHARE_OF_TIME = 1 / 50;

/** What is told of a folder, and how often it is looked at. */
export interface FolderWatch {
  /** Files of this ending count. */
  readonly ending: string;
  /** Files were added, changed or removed, and are at rest again. */
  changed(): void;
  /** The folder cannot be read; told once until it can be again. */
  unreadable(error: unknown): void;
  /** Milliseconds between looks; 1500 when absent. */
  readonly lookMs?: number;
}

/**
 * Looks every second or two at the files below a folder. Unlike the notices of an operating system this also sees a folder
 * that was moved away and back, a link that points elsewhere now, what links lead to, and network disks.
 * @returns stops watching; settles once it is known what was there, so that any later change is told
 */
export async function watchFolder(folder: string, watch: FolderWatch): Promise<() => void> {
  const lookMs = watch.lookMs ?? LOOK_MS;
  let known: string | undefined;
  let moving: string | undefined;
  let isReadable = true;
  let timer: NodeJS.Timeout;
  let isStopped = false;

  async function look(): Promise<number> {
    const started = performance.now();
    try {
      const seen = await stateOf(folder, watch.ending);
      isReadable = true;
      known ??= seen;
      if (seen !== known && seen !== moving) {
        moving = seen;
        return SETTLE_MS;
      }
      moving = undefined;
      if (seen !== known && !isStopped) watch.changed();
      known = seen;
    } catch (error) {
      if (isReadable && !isStopped) watch.unreadable(error);
      isReadable = false;
    }
    return Math.max(lookMs, (performance.now() - started) / SHARE_OF_TIME);
  }

  async function lookAndGoOn(): Promise<void> {
    const pause = await look();
    if (!isStopped) timer = setTimeout(lookAndGoOn, pause).unref();
  }
  await lookAndGoOn();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}

/** Differs whenever a file below the folder does. */
async function stateOf(folder: string, ending: string): Promise<string> {
  const root = await realpath(folder);
  const hash = createHash('sha256').update(root);
  const { files, brokenLinks } = await filesBelow(root);
  // A broken link without the ending may be that of a folder.
  hash.update(JSON.stringify(brokenLinks));
  for (const name of files.filter((file) => file.endsWith(ending))) {
    const found = await stat(join(root, name)).catch((error: NodeJS.ErrnoException) => {
      // Removed since the folder was read.
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    hash.update(`${name}\n${found?.ino} ${found?.size} ${found?.mtimeMs} ${found?.ctimeMs}\n`);
  }
  return hash.digest('hex');
}
