import { dirname, join, resolve } from 'node:path';

/** A file of limits and the folder that its folders are relative to. */
export interface ThresholdsPlace {
  readonly file: string;
  readonly root: string;
}

/**
 * Where the limits of a run stand: in the file that is given, whose folders are relative to its own; else in the package's
 * `evals/thresholds.yaml`, whose folders are relative to the package, so that no run is without limits.
 * @param given path of a file of limits
 */
export function thresholdsFile(packageRoot: string, given?: string): ThresholdsPlace {
  const own = { file: join(packageRoot, 'evals', 'thresholds.yaml'), root: packageRoot };
  const file = given === undefined ? own.file : resolve(given);
  return file === own.file ? own : { file, root: dirname(file) };
}
