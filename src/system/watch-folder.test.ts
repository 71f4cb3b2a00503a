import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { watchFolder } from './watch-folder.ts';

let root: string;
let folder: string;
let stop = () => {};
let changes: number;
let errors: unknown[];
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'watch-folder-'));
  folder = join(root, 'knowledge');
  await mkdir(join(folder, 'zh'), { recursive: true });
  await writeFile(join(folder, 'zh/a.md'), 'one');
  [changes, errors] = [0, []];
});
afterEach(async () => {
  stop();
  await rm(root, { recursive: true });
});

async function start(path = folder): Promise<void> {
  stop = await watchFolder(path, {
    ending: '.md',
    changed: () => {
      changes += 1;
    },
    unreadable: (error) => errors.push(error),
    lookMs: 20,
  });
}

async function until(condition: () => boolean): Promise<void> {
  for (let waited = 0; !condition() && waited < 10_000; waited += 20) await pause(20);
}

describe('watchFolder', () => {
  it('tells of what is written, once when it is at rest', async () => {
    await start();
    for (const text of ['two', 'three', 'four']) {
      await writeFile(join(folder, 'zh/a.md'), text);
      await pause(50);
    }
    await until(() => changes > 0);
    await pause(500);
    expect(changes).toBe(1);
    await writeFile(join(folder, 'zh/picture.png'), '');
    await pause(500);
    expect(changes).toBe(1);
  });

  it('tells of what is written as soon as it has begun', async () => {
    await start();
    await writeFile(join(folder, 'zh/a.md'), 'at once');
    await until(() => changes > 0);
    expect(changes).toBe(1);
  });

  it('goes on when the folder was away, and says once that it is', async () => {
    await start();
    await rename(folder, join(root, 'away'));
    await until(() => errors.length > 0);
    await pause(200);
    expect(errors).toHaveLength(1);
    await rename(join(root, 'away'), folder);
    await writeFile(join(folder, 'zh/a.md'), 'another text');
    await until(() => changes > 0);
    await writeFile(join(folder, 'zh/b.md'), 'more');
    await until(() => changes > 1);
    expect(changes).toBe(2);
  });

  it('follows a link that is pointed elsewhere', async () => {
    const [current, next, other] = ['current', 'next', 'other'].map((name) => join(root, name));
    await mkdir(other);
    await symlink(folder, current);
    await start(current);
    await symlink(other, next);
    await rename(next, current);
    await until(() => changes > 0);
    await writeFile(join(other, 'a.md'), 'new');
    await until(() => changes > 1);
    expect(changes).toBe(2);
  });

  it('sees what is written behind links to a file and to a folder, and links that break', async () => {
    await mkdir(join(root, 'elsewhere/en'), { recursive: true });
    await writeFile(join(root, 'elsewhere/b.md'), 'one');
    await writeFile(join(root, 'elsewhere/en/c.md'), 'one');
    await symlink('../elsewhere/b.md', join(folder, 'b.md'));
    await symlink('../elsewhere/en', join(folder, 'en'));
    await start();
    await writeFile(join(root, 'elsewhere/b.md'), 'more than one');
    await until(() => changes > 0);
    await writeFile(join(root, 'elsewhere/en/c.md'), 'more than one');
    await until(() => changes > 1);
    await rename(join(root, 'elsewhere'), join(root, 'away'));
    await until(() => changes > 2);
    expect(changes).toBe(3);
  });
});
