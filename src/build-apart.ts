import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { fetchModels } from './open-models.ts';
import { namesIn } from './system/names-in.ts';

/** How a build apart reports, and what calls it off. */
export interface BuildApartOptions {
  readonly log: (message: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Builds what a first start lacks, in a process of its own that ends with it. Embedding thousands of sentences and
 * training leave some 150 MB behind that the C library does not give back; a server that reads the finished files instead
 * never holds them. Does nothing where there is an index, or where the sources run as they are.
 * @throws ModelUnavailableError when the weights are not here and no source delivers them.
 */
export async function buildApart(config: Config, { log, signal }: BuildApartOptions): Promise<void> {
  // Compiled files only, like the threads: tests and scripts run the sources and can wait.
  if (!import.meta.url.endsWith('.js') || (await hasIndex(config))) return;
  // Here, so that it is said once and well when they cannot be had.
  await fetchModels(config);
  // An abort that came meanwhile is told to nobody who listens from here on.
  if (signal.aborted) return;
  log('the index is built, once; this takes half a minute for some two hundred articles, minutes for thousands');
  const builder = fork(new URL('./build-apart-process.js', import.meta.url));
  const stop = () => builder.kill();
  signal.addEventListener('abort', stop);
  const problem = await once(builder, 'exit').then(
    ([code, killedBy]) => (code === 0 ? undefined : `ended with ${code ?? killedBy}`),
    (error) => `could not be started: ${String(error)}`,
  );
  signal.removeEventListener('abort', stop);
  if (problem && !signal.aborted)
    log(`the index is built in this process, since the one that was to build it ${problem}`);
}

async function hasIndex({ dataFolder }: Config): Promise<boolean> {
  const names = await namesIn(join(dataFolder, 'index'));
  return names.some((name) => name.endsWith('.vectors'));
}
