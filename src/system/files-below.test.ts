import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesBelow } from './files-below.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'files-below-'));
});
afterEach(() => rm(root, { recursive: true }));

async function write(...files: string[]): Promise<void> {
  for (const file of files) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), 'text');
  }
}
const link = (target: string, path: string) => symlink(target, join(root, path));

describe('filesBelow', () => {
  it('leaves out what is hidden', async () => {
    await write('b/two.md', 'a.md', '.draft/x.md', 'b/.y.md');
    expect(await filesBelow(root)).toEqual({ files: ['a.md', 'b/two.md'], brokenLinks: [] });
  });

  it('follows links as a ConfigMap makes them, to files and to folders', async () => {
    await write('..2026/a.md', '..2026/zh/b.md');
    await link('..2026', '..data');
    await link('..data/a.md', 'a.md');
    await link('..data/zh', 'zh');
    expect((await filesBelow(root)).files).toEqual(['a.md', 'zh/b.md']);
  });

  it('follows a folder that is linked twice, and enters none from within', async () => {
    await write('zh/a.md');
    await link('zh', 'cn');
    await link('..', 'zh/up');
    await link('.', 'self');
    expect(await filesBelow(root)).toEqual({ files: ['cn/a.md', 'zh/a.md'], brokenLinks: [] });
  });

  it('tells of links that lead nowhere', async () => {
    await write('b.md');
    await link('gone.md', 'a.md');
    await link('loop.md', 'loop.md');
    await link('gone.md', '.#b.md');
    expect(await filesBelow(root)).toEqual({ files: ['b.md'], brokenLinks: ['a.md', 'loop.md'] });
  });
});
