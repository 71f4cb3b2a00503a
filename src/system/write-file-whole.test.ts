import { mkdir, mkdtemp, open, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
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

  it('takes no part of a file for the whole, and names the file for which there was no room', async () => {
    const file = join(folder, 'kept');
    await writeFileWhole(file, Buffer.from('old'));
    const handle = await open(file);
    const prototype = Object.getPrototypeOf(handle);
    await handle.close();
    let room = 2;
    // A disk with room for two bytes.
    const write = vi.spyOn(prototype, 'write').mockImplementation(async () => {
      const bytesWritten = room;
      room = 0;
      if (bytesWritten === 0) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
      return { bytesWritten };
    });
    await expect(writeFileWhole(file, Buffer.from('longer'))).rejects.toThrow(`${file} cannot be written: ENOSPC`);
    write.mockRestore();
    expect(await readFile(file, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['kept']);
  });
});
