import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { InvalidInputError } from '../../domain/errors.ts';
import { openSqliteDatabase } from './open-database.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-database-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('names a file that is no database', async () => {
  const file = join(folder, 'xiaoer.db');
  await writeFile(file, 'not a database, whatever its name says'.repeat(100));
  const opening = openSqliteDatabase(file);
  await expect(opening).rejects.toThrow(InvalidInputError);
  await expect(opening).rejects.toThrow(`database ${file}: file is not a database; put a backup`);
});

it('names the setting when there is no folder to be had', async () => {
  await writeFile(join(folder, 'taken'), '');
  const file = join(folder, 'taken', 'xiaoer.db');
  await expect(openSqliteDatabase(file)).rejects.toThrow(/taken\/xiaoer\.db: .*XIAOER_DATA/);
});
