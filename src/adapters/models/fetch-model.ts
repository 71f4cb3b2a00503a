import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { lock } from 'proper-lockfile';
import { ModelUnavailableError } from '../../domain/errors.ts';
import type { FetchProgress } from './fetch-progress.ts';
import { missingFiles } from './model-directory.ts';
import type { ModelSource } from './model-source.ts';
import type { ModelFile, ModelSpec } from './model-spec.ts';
import { isVerifiedFile } from './verified-file.ts';

/** What is to be fetched, and where to. */
export interface FetchOrder {
  readonly spec: ModelSpec;
  readonly directory: string;
  /** Asked in this order until every file is here. */
  readonly sources: readonly ModelSource[];
  readonly progress: FetchProgress;
}

/**
 * Fetches the files that `directory` lacks. A file appears there whole and verified or not at all; processes that fetch
 * the same model at once take turns.
 * @param failures why other places did not have the model; what goes wrong here is added.
 * @throws ModelUnavailableError with all of them in its cause.
 */
export async function fetchModel(order: FetchOrder, failures: Error[] = []): Promise<void> {
  const { spec, directory } = order;
  try {
    await mkdir(directory, { recursive: true });
    const release = await lockDirectory(directory);
    try {
      await fetchMissing(order, failures);
    } finally {
      // A lock that was lost while we slept is no longer ours to release.
      await release().catch(() => {});
    }
  } catch (error) {
    failures.push(error as Error);
  }
  const missing = await missingFiles(spec, directory);
  if (missing.length > 0) throw unavailable(spec, missing, failures);
}

/** Waits for another process that is fetching the same model; a lock whose owner died is taken over after 10 seconds. */
function lockDirectory(directory: string): Promise<() => Promise<void>> {
  return lock(directory, {
    stale: 10_000,
    update: 2_500,
    retries: { retries: 1_200, factor: 1, minTimeout: 500, maxTimeout: 500 },
    // Both would write verified files and rename them: harmless, so no reason to bring the process down.
    onCompromised: () => {},
  });
}

async function fetchMissing({ spec, directory, sources, progress }: FetchOrder, failures: Error[]): Promise<void> {
  await removeAbandoned(directory);
  for (const source of sources) {
    // Asked again each time: another process may have been faster while we waited for the lock.
    const files = await missingFiles(spec, directory);
    if (files.length === 0) return;
    const staging = await mkdtemp(join(directory, '.partial-'));
    try {
      await source.fetch({ spec, files, staging, progress });
    } catch (error) {
      failures.push(new Error(`${source.label}: ${reason(error)}`, { cause: error }));
    } finally {
      await publish(files, staging, directory);
      await rm(staging, { recursive: true, force: true });
    }
  }
}

async function publish(files: readonly ModelFile[], staging: string, directory: string): Promise<void> {
  for (const file of files) {
    const staged = join(staging, file.path);
    if (!(await isVerifiedFile(staged, file).catch(() => false))) continue;
    await mkdir(dirname(join(directory, file.path)), { recursive: true });
    await rename(staged, join(directory, file.path));
  }
}

async function removeAbandoned(directory: string): Promise<void> {
  const names = await readdir(directory);
  const abandoned = names.filter((name) => name.startsWith('.partial-'));
  await Promise.all(abandoned.map((name) => rm(join(directory, name), { recursive: true, force: true })));
}

function reason(error: unknown): string {
  const { message, cause } = error as Error;
  // fetch says only "fetch failed" and keeps what happened in the cause.
  return cause instanceof Error ? `${message} (${cause.message})` : message;
}

function unavailable(spec: ModelSpec, missing: readonly ModelFile[], failures: readonly Error[]) {
  const files = missing.map((file) => file.path).join(' and ');
  return new ModelUnavailableError(
    `The model ${spec.name} is not here and no source delivered it: run "xiaoer models pull" where there is network, ` +
      `or put ${files} into a folder <dir>/${spec.name}/ and set XIAOER_MODELS=<dir>`,
    new AggregateError(failures, failures.map((failure) => failure.message).join('; ')),
  );
}
