import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes a file beside its place, forces it to disk and renames it, so that a reader, or the next start after a kill,
 * sees the old file or the new one and never a part. Missing folders are made.
 *
 * @param parts the content, written one after the other
 * @throws Error naming the file, when the disk is full, say; nothing is left behind then.
 */
export async function writeFileWhole(path: string, ...parts: readonly Uint8Array[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.partial`;
  try {
    const file = await open(temporary, 'w');
    try {
      for (const part of parts) await writeAll(file, part);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw new Error(`${path} cannot be written: ${(cause as Error).message}`, { cause });
  }
}

/** On a disk that is nearly full a write takes what still fits and reports no error; the next one does. */
async function writeAll(file: FileHandle, part: Uint8Array): Promise<void> {
  for (let done = 0; done < part.length; ) {
    const { bytesWritten } = await file.write(part, done);
    if (bytesWritten === 0) throw new Error('no space left on device');
    done += bytesWritten;
  }
}
