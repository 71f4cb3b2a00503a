import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hashFile } from './hash-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiaoer-hash-'));
});
afterAll(() => rm(folder, { recursive: true }));

it.each([0, 1, 1 << 20, (1 << 20) + 1, 3_000_001])('hashes a file of %i bytes', async (bytes) => {
  const content = Buffer.from(Uint8Array.from({ length: bytes }, (_, at) => (at * at) % 251));
  const path = join(folder, String(bytes));
  await writeFile(path, content);
  expect(await hashFile(path)).toBe(createHash('sha256').update(content).digest('hex'));
});

it('says which file is missing', async () => {
  await expect(hashFile(join(folder, 'none'))).rejects.toThrow(/ENOENT.*none/);
});
