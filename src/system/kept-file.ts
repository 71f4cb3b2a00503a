import { readFile } from 'node:fs/promises';
import { parseKeptJson } from './parse-kept-json.ts';
import { writeFileWhole } from './write-file-whole.ts';

/**
 * What `writeKept` wrote; undefined when there is no such file, or one of another identity, or a damaged one: nothing
 * that is kept cannot be worked out again.
 *
 * @param identity names what the value was made from and by
 */
export async function readKept(path: string, identity: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return '';
    throw cause;
  });
  const kept = parseKeptJson(text);
  const isOurs = typeof kept === 'object' && kept !== null && 'identity' in kept && kept.identity === identity;
  return isOurs && 'value' in kept ? kept.value : undefined;
}

/** Keeps a value of plain data between starts. */
export async function writeKept(path: string, identity: string, value: unknown): Promise<void> {
  await writeFileWhole(path, Buffer.from(JSON.stringify({ identity, value })));
}
