import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadKnowledge } from './load-knowledge.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'knowledge-'));
});
afterEach(() => rm(root, { recursive: true }));

async function write(file: string, text: string): Promise<void> {
  await mkdir(join(root, file, '..'), { recursive: true });
  await writeFile(join(root, file), text);
}

describe('loadKnowledge', () => {
  it('reads articles in order and leaves intents, hidden files and the readme out', async () => {
    await write('b/two.md', '# Two\nText.');
    await write('a.md', '# One\nText.');
    await write('intents/greeting.md', '# Not an article\nText.');
    await write('.draft/x.md', '# Draft\nText.');
    await write('README.md', '# Readme\nText.');
    expect((await loadKnowledge(root)).articles.map(({ id }) => id)).toEqual(['a', 'b/two']);
  });

  it('keeps serving the last good version of a file that broke, and reports it', async () => {
    await write('a.md', '# One\nGood text.');
    await write('b.md', '# Two\nText.');
    const good = await loadKnowledge(root);
    await write('a.md', '---\ntitle: [\n---\nBad text.');
    const broken = await loadKnowledge(root, good);
    expect(broken.articles.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(broken.articles[0]).toEqual(good.articles[0]);
    expect(broken.problems).toEqual([expect.objectContaining({ severity: 'error', file: 'a.md' })]);
  });

  it('keeps serving an article whose link broke, and reports it', async () => {
    await write('.data/a.md', '# One\nText.');
    await symlink('.data/a.md', join(root, 'a.md'));
    await write('b.md', '# Two\nText.');
    const good = await loadKnowledge(root);
    await rm(join(root, '.data/a.md'));
    const broken = await loadKnowledge(root, good);
    expect(broken.articles).toEqual(good.articles);
    expect(broken.problems).toEqual([expect.objectContaining({ severity: 'error', file: 'a.md' })]);
    await write('.data/a.md', '# One\nText.');
    expect(await loadKnowledge(root, broken)).toEqual(good);
  });

  it('keeps serving the articles of a folder whose link broke', async () => {
    await write('.data/zh/a.md', '# One\nText.');
    await symlink('.data/zh', join(root, 'zh'));
    await write('zhi.md', '# Two\nText.');
    const good = await loadKnowledge(root);
    await rm(join(root, '.data/zh'), { recursive: true });
    const broken = await loadKnowledge(root, good);
    expect(broken.articles).toEqual(good.articles);
    expect(broken.problems).toEqual([expect.objectContaining({ severity: 'error', file: 'zh' })]);
  });

  it('forgets a deleted file', async () => {
    await write('a.md', '# One\nText.');
    const before = await loadKnowledge(root);
    await rm(join(root, 'a.md'));
    expect((await loadKnowledge(root, before)).articles).toEqual([]);
  });

  it('says which folder cannot be read', async () => {
    await expect(loadKnowledge(join(root, 'missing'))).rejects.toThrow(/missing cannot be read/);
  });
});
