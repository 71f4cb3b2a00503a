import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFileWhole } from './write-file-whole.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whole-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('writeFileWhole', () => {
  it('makes folders and replaces what was there', async () => {
    const file = join(folder, 'a/b');
    await writeFileWhole(file, Buffer.from('old and long'));
    await writeFileWhole(file, Buffer.from('ne'), Buffer.from('w'));
    expect(await readFile(file, 'utf8')).toBe('new');
  });

  it('leaves nothing behind when it fails', async () => {
    const taken = join(folder, 'taken');
    await mkdir(join(taken, 'by a folder'), { recursive: true });
    await expect(writeFileWhole(taken, Buffer.from('new'))).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['taken']);
  });
});
