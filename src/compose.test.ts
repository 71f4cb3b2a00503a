import { expect, it } from 'vitest';
import { openRuntime } from './compose.ts';
import { readConfig } from './config.ts';

it.each(['XIAOER_KNOWLEDGE', 'XIAOER_SHOP_DATA', 'XIAOER_MODELS'])(
  'names %s when it leads nowhere',
  async (setting) => {
    const config = readConfig({ [setting]: '/nowhere/at/all' });
    await expect(openRuntime(config)).rejects.toThrow(`/nowhere/at/all cannot be read: check ${setting}`);
  },
);
