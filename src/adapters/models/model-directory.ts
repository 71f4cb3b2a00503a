import { join } from 'node:path';
import type { ModelFile, ModelSpec } from './model-spec.ts';
import { isVerifiedFile } from './verified-file.ts';

/** The folders that may already hold the model, best first: a team's own folder in three layouts, then the cache. */
export function candidateDirectories(spec: ModelSpec, local: string | undefined, cache: string): string[] {
  const layouts = [`${spec.author}/${spec.name}`, spec.repository, spec.name];
  return [...(local ? layouts.map((layout) => join(local, layout)) : []), join(cache, spec.repository)];
}

/**
 * The files of the model that `directory` lacks or holds with other content.
 * @param failures receives why a file that is there was refused.
 */
export async function missingFiles(
  spec: ModelSpec,
  directory: string,
  failures: Error[] = [],
): Promise<readonly ModelFile[]> {
  const missing: ModelFile[] = [];
  for (const file of spec.files) {
    const present = await isVerifiedFile(join(directory, file.path), file).catch((error: Error) => {
      failures.push(error);
      return false;
    });
    if (!present) missing.push(file);
  }
  return missing;
}
