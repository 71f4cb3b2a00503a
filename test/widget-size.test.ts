import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { buildWeb } from '../web/build-web.js';

it('weighs less than 25 KB as it travels', async () => {
  await buildWeb();
  const script = await readFile(new URL('../dist/web/widget/widget.js', import.meta.url));
  expect(gzipSync(script, { level: 9 }).length).toBeLessThan(25 * 1024);
  // A name of its own in the page would be `var name =` in front of everything.
  expect(script.toString()).toMatch(/^\(?function\(\)/);
});
