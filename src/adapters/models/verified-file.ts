import { createHash } from 'node:crypto';
import { mkdir, open, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { XiaoerError } from '../../domain/errors.ts';
import { hashFile } from '../../system/hash-file.ts';
import type { ModelFile } from './model-spec.ts';

/** What came was not what the description pins; the bytes were thrown away. */
class HashMismatchError extends XiaoerError {
  constructor(path: string, got: string, file: ModelFile) {
    const expected = file.versions.map((version) => version.sha256).join(' or ');
    super('hash_mismatch', `${path} has ${got}, expected sha256 ${expected}: refused`);
  }
}

const largest = (file: ModelFile) => Math.max(...file.versions.map((version) => version.bytes));

/**
 * Writes a stream to `target`, hashing as it goes, and forces it to disk. `target` exists afterwards only when the
 * content is one the description accepts.
 * @throws HashMismatchError on other content, also as soon as there is more of it than the description allows.
 */
export async function writeVerifiedFile(
  source: AsyncIterable<Uint8Array>,
  file: ModelFile,
  target: string,
  onBytes: (bytes: number) => void = () => {},
): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const handle = await open(target, 'w');
  const hash = createHash('sha256');
  let written = 0;
  try {
    for await (const chunk of source) {
      written += chunk.byteLength;
      if (written > largest(file)) throw new HashMismatchError(file.path, `more than ${largest(file)} bytes`, file);
      hash.update(chunk);
      await handle.writeFile(chunk);
      onBytes(chunk.byteLength);
    }
    const got = hash.digest('hex');
    if (!file.versions.some((version) => version.sha256 === got)) {
      throw new HashMismatchError(file.path, `sha256 ${got} (${written} bytes)`, file);
    }
    // Before the rename that publishes it: a power cut must not leave a name without its bytes.
    await handle.sync();
  } catch (error) {
    await handle.close();
    await rm(target, { force: true });
    throw error;
  }
  await handle.close();
}

/**
 * Whether the file is there with accepted content. The size is compared first, so a wrong file is usually refused unread.
 * @throws HashMismatchError when it is there with other content.
 */
export async function isVerifiedFile(path: string, file: ModelFile): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) return false;
  if (!file.versions.some((version) => version.bytes === found.size)) {
    throw new HashMismatchError(path, `${found.size} bytes`, file);
  }
  const got = await hashFile(path);
  if (!file.versions.some((version) => version.sha256 === got)) {
    throw new HashMismatchError(path, `sha256 ${got}`, file);
  }
  return true;
}
