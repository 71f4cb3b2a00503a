import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/**
 * Compiles `src` as a release does, for tests that need a process of their own: Node.js 20 runs no TypeScript.
 * What a release finds beside its compiled files is beside these, too.
 * @returns the folder of the compiled files, inside the checkout so that packages resolve, and how to remove it.
 */
export async function compileSources(): Promise<{ directory: string; remove(): Promise<void> }> {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const parent = join(root, 'node_modules', '.cache');
  await mkdir(parent, { recursive: true });
  const release = await mkdtemp(join(parent, 'compiled-'));
  const directory = join(release, 'dist');
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const options = ['--outDir', directory, '--incremental', 'false', '--tsBuildInfoFile', 'null', '--noCheck'];
  await promisify(execFile)(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json'), ...options]);
  for (const name of ['weights', 'web']) await symlink(join(root, name), join(release, name), 'junction');
  await copyFile(join(root, 'package.json'), join(release, 'package.json'));
  return { directory, remove: () => rm(release, { recursive: true, force: true }) };
}
