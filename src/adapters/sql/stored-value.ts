import type { z } from 'zod';
import { XiaoerError } from '../../domain/errors.ts';

/**
 * Reads back a JSON column.
 * @param what names the row for the error, never its contents
 * @throws XiaoerError `stored_data_invalid` when the text is not JSON or does not have the schema's shape.
 */
export function readStored<T>(schema: z.ZodType<T>, json: string, what: string): T {
  return checkStored(schema, parseJson(json, what), what);
}

/** The same for a value that is not JSON text. */
export function checkStored<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  // Only paths: the values are what customers wrote.
  const places = result.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new XiaoerError('stored_data_invalid', `${what} has unexpected contents at: ${places}`);
}

function parseJson(json: string, what: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new XiaoerError('stored_data_invalid', `${what} is not JSON`);
  }
}
