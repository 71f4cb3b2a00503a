/**
 * From so many new entries on, a cache file is written anew. Fewer would flush a hundred megabytes for a changed sentence
 * while customers' messages wait for their own flush; what is not written is computed at the next start, in a second.
 */
const WORTH_WRITING = 256;

/** What one generation computed, for the next one. */
export interface KeptEntries<Value> {
  /** What the entries came from; with another one they say nothing. */
  readonly identity: string;
  readonly entries: ReadonlyMap<string, Value>;
  /** How many of them no file holds. */
  readonly unsaved: number;
}

/** Keeps entries between starts. */
export interface EntriesFile<Value> {
  /** Nothing when there is no such file, or one of another identity, or a damaged one. */
  read(): Promise<ReadonlyMap<string, Value>>;
  write(entries: ReadonlyMap<string, Value>): Promise<void>;
}

/**
 * Computes what neither the last generation nor the file holds, and writes the file when it is worth it.
 * @param compute gives exactly the entries that are needed, taking from `known` what it can
 */
export async function keepEntries<Value>(
  identity: string,
  previous: KeptEntries<Value> | undefined,
  file: EntriesFile<Value> | undefined,
  compute: (known: ReadonlyMap<string, Value>) => Promise<ReadonlyMap<string, Value>>,
): Promise<KeptEntries<Value> & { readonly added: number }> {
  const before = previous?.identity === identity ? previous : undefined;
  const known = before?.entries ?? (await file?.read()) ?? new Map<string, Value>();
  const entries = await compute(known);
  let added = 0;
  for (const key of entries.keys()) if (!known.has(key)) added += 1;
  const unsaved = (before?.unsaved ?? 0) + added;
  const isWorthWriting = before ? unsaved >= WORTH_WRITING : added > 0 || entries.size !== known.size;
  if (!file || !isWorthWriting) return { identity, entries, unsaved, added };
  await file.write(entries);
  return { identity, entries, unsaved: 0, added };
}
