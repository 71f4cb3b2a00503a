import { realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';

/** A file of limits and the folder that its folders are relative to. */
export interface ThresholdsPlace {
  readonly file: string;
  readonly root: string;
}

/**
 * Where the limits of a run stand: in the file that is given, whose folders are relative to its own; else, for cases of
 * this package, in its `evals/thresholds.yaml`, whose folders are relative to the package. Other cases have none: what our
 * demo shop reaches says nothing of another shop.
 * @param run the case file or folder and the file of limits, as they were given
 */
export async function thresholdsFile(
  packageRoot: string,
  run: { readonly cases: string; readonly thresholds?: string },
): Promise<ThresholdsPlace | undefined> {
  const evals = join(packageRoot, 'evals');
  const own = { file: join(evals, 'thresholds.yaml'), root: packageRoot };
  if (run.thresholds === undefined) return (await isWithin(evals, run.cases)) ? own : undefined;
  const file = resolve(run.thresholds);
  return file === own.file ? own : { file, root: dirname(file) };
}

async function isWithin(folder: string, path: string): Promise<boolean> {
  const way = relative(await real(folder), await real(path));
  return way !== '..' && !/^\.\.[\\/]/.test(way) && !isAbsolute(way);
}

/** The package may be reached through links, as `npm link` makes them. What is not there is refused when it is read. */
async function real(path: string): Promise<string> {
  return realpath(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return resolve(path);
    throw error;
  });
}
