import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { InvalidInputError } from '../domain/errors.ts';
import { jsonIssue } from '../text/plain-issues.ts';

/** A line of `bench intents`; further fields are ignored. */
export const labelledText = z.object({ text: z.string(), label: z.string() });
/** A line of `bench sentiment`; further fields are ignored. */
export const sentimentCase = z.object({ text: z.string(), label: z.enum(['angry', 'other']) });
/** A document of `bench retrieval`; further fields are ignored. */
export const document = z.object({ id: z.string(), text: z.string() });
/** Documents named twice count once: a file made of passages names the document of each. None would count as a miss. */
const relevant = z
  .array(z.string())
  .min(1)
  .transform((ids) => [...new Set(ids)]);
/** A query of `bench retrieval`; `relevant` holds ids of documents, at least one, and further fields are ignored. */
export const retrievalQuery = z.object({ id: z.string(), text: z.string(), relevant });

/**
 * Reads a file with one JSON object a line; empty lines are skipped.
 * @param problemOf what is wrong with a line that is in shape, if anything
 * @throws InvalidInputError naming file, line and field.
 */
export async function readJsonLines<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  problemOf: (row: z.output<Schema>) => string | undefined = () => undefined,
): Promise<z.output<Schema>[]> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new InvalidInputError(`${file} cannot be read`, cause);
  });
  const rows = text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : parseLine(line, index + 1)));
  if (rows.length === 0) throw new InvalidInputError(`${file} holds no lines`);
  return rows;

  function parseLine(line: string, number: number): z.output<Schema> {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (cause) {
      throw new InvalidInputError(`${file}:${number}: not JSON`, cause);
    }
    const parsed = schema.safeParse(value, { error: jsonIssue });
    const problem = parsed.success ? problemOf(parsed.data) : undefined;
    if (problem !== undefined) throw new InvalidInputError(`${file}:${number}: ${problem}`);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    const field = issue.path.join('.') || 'the line';
    throw new InvalidInputError(`${file}:${number}: ${field}: ${issue.message}`, parsed.error);
  }
}

/**
 * What `bench intents` learns from and is tested with.
 * @param oos label of messages that belong to no intent
 * @throws InvalidInputError naming file and line, or the field when there are not two intents to tell apart.
 */
export async function readIntentData(train: string, test: string, oos?: string) {
  const rows = { train: await readJsonLines(train, labelledText), test: await readJsonLines(test, labelledText) };
  const intents = new Set(rows.train.map(({ label }) => label).filter((label) => label !== oos));
  if (intents.size < 2) {
    const besides = oos === undefined ? '' : ` besides ${oos}`;
    throw new InvalidInputError(`${train}: label: there must be two or more${besides}, not ${intents.size}`);
  }
  return rows;
}

/**
 * Documents, and queries whose relevant documents are among them.
 * @throws InvalidInputError naming file and line; an id that is there twice or not at all would be counted wrongly.
 */
export async function readRetrievalData(docs: string, queries: string) {
  const documents = await readJsonLines(docs, document, uniqueId());
  const known = new Set(documents.map(({ id }) => id));
  const isTwice = uniqueId();
  const asked = await readJsonLines(queries, retrievalQuery, (query) => {
    const missing = query.relevant.find((id) => !known.has(id));
    return isTwice(query) ?? (missing === undefined ? undefined : `relevant: there is no document ${missing}`);
  });
  return { documents, queries: asked };
}

function uniqueId(): (row: { id: string }) => string | undefined {
  const seen = new Set<string>();
  return ({ id }) => {
    if (seen.has(id)) return `id: ${id} is used twice`;
    seen.add(id);
    return undefined;
  };
}
