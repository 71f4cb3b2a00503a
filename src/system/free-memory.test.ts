import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

/** In a process of its own: flags of V8 hold for the whole process. */
const SCRIPT = `
import { getHeapSpaceStatistics } from 'node:v8';
import { freeMemory } from ${JSON.stringify(new URL('./free-memory.ts', import.meta.url).href)};
const nursery = () => getHeapSpaceStatistics().find((space) => space.space_name === 'new_space').space_size / 2 ** 20;
function work() {
  let kept = [];
  for (let at = 0; at < 1_000_000; at += 1) {
    kept.push({ at, own: [at] });
    if (kept.length > 200_000) kept = [];
  }
}
work();
const grown = nursery();
await freeMemory();
work();
console.log(JSON.stringify({ grown, now: nursery() }));
`;

it('shrinks the nursery to a size that it then keeps under load', async () => {
  const options = ['--import', 'tsx', '--input-type=module', '--eval', SCRIPT];
  const cwd = fileURLToPath(new URL('../..', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, options, { cwd });
  const { grown, now } = JSON.parse(stdout);
  expect(grown).toBeGreaterThanOrEqual(16);
  expect(now).toBe(8);
});
