import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFileShopData } from './file-shop-data.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shop-data-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function open(text: string) {
  await writeFile(join(folder, 'orders.yaml'), text);
  return openFileShopData(join(folder, 'orders.yaml'));
}

const ORDER =
  'status: paid, items: [{title: Tee, quantity: 2}], total: 12.50, placedAt: 2026-11-03, trackingNumbers: [0571]';

describe('openFileShopData', () => {
  it('reads the demo', async () => {
    const shop = await openFileShopData(fileURLToPath(new URL('../../../demo/shop-data.yaml', import.meta.url)));
    expect(await shop.findOrder('not there')).toBeUndefined();
  });

  it('keeps ids as they are written, and reads amounts', async () => {
    const shop = await open(`orders: [{id: 0020261103000012345678, ${ORDER}}]\nparcels: []`);
    expect(await shop.findOrder('0020261103000012345678')).toMatchObject({
      total: 12.5,
      items: [{ title: 'Tee', quantity: 2 }],
      trackingNumbers: ['0571'],
    });
  });

  it.each([
    ['YAML that is broken', 'orders: [\nparcels: []', /^.*orders\.yaml:\d: a closing ] is missing/],
    ['a list missing', 'orders: []', /^.*orders\.yaml:1: parcels: is missing$/],
    ['nothing in it', '', /^.*orders\.yaml:1: orders: is missing\n.*parcels: is missing$/],
    [
      'a text for an amount',
      `parcels: []\norders:\n  - {id: 1, ${ORDER.replace('12.50', 'much')}}`,
      /:3: orders\.0\.total: must be a number$/,
    ],
    [
      'half a piece',
      `parcels: []\norders:\n  - {id: 1, ${ORDER.replace('quantity: 2', 'quantity: 0.5')}}`,
      /:3: orders\.0\.items\.0\.quantity: must be a whole number$/,
    ],
    ['an unknown key', 'orders: []\nparcels: []\nreturns: []', /:3: returns: is not a known key$/],
  ])('names file, line and field of %s', async (_, text, message) => {
    await expect(open(text)).rejects.toThrow(message);
  });

  it('says which file cannot be read', async () => {
    await expect(openFileShopData(join(folder, 'none.yaml'))).rejects.toThrow(/none\.yaml cannot be read/);
  });
});
