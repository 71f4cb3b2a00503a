import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openRuntime } from './compose.ts';
import { readConfig } from './config.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compose-'));
});
afterAll(() => rm(folder, { recursive: true }));

it.each(['XIAOER_KNOWLEDGE', 'XIAOER_SHOP_DATA', 'XIAOER_MODELS'])(
  'names %s when it leads nowhere',
  async (setting) => {
    const config = readConfig({ [setting]: '/nowhere/at/all' });
    await expect(openRuntime(config)).rejects.toThrow(`/nowhere/at/all cannot be read: check ${setting}`);
  },
);

it('tells of a mistake in the orders before it turns to the models', async () => {
  const file = join(folder, 'orders.yaml');
  await writeFile(file, 'orders: [\nparcels: []\n');
  const config = readConfig({ XIAOER_SHOP_DATA: file, XIAOER_DATA: folder });
  await expect(openRuntime({ ...config, embedders: 'no models' })).rejects.toThrow(`${file}:2: a closing ] is missing`);
});
