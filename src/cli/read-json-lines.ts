import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { InvalidInputError } from '../domain/errors.ts';

/** Shapes of the bench files' lines; further fields are ignored. */
export const labelledText = z.object({ text: z.string(), label: z.string() });
export const sentimentCase = z.object({ text: z.string(), label: z.enum(['angry', 'other']) });
export const document = z.object({ id: z.string(), text: z.string() });
export const retrievalQuery = z.object({ id: z.string(), text: z.string(), relevant: z.array(z.string()) });

/**
 * Reads a file with one JSON object a line; empty lines are skipped.
 * @throws InvalidInputError naming file, line and field.
 */
export async function readJsonLines<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
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
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw new InvalidInputError(`${file}:${number}: ${issue.path.join('.')}: ${issue.message}`, parsed.error);
  }
}
