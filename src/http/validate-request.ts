import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import { jsonIssue } from '../text/plain-issues.ts';

/** A request that is not as the schema of its route says. */
export class InvalidRequestError extends Error {
  readonly issues: readonly z.core.$ZodIssue[];
  /** What was validated: `body`, `params` or `querystring`; fastify sets it. */
  validationContext?: string;

  constructor(issues: readonly z.core.$ZodIssue[]) {
    super('the request is not valid');
    this.name = 'InvalidRequestError';
    this.issues = issues;
  }
}

/** As the compiler of fastify-type-provider-zod, which leaves the wording to zod: `expected string, received undefined`. */
export const validateRequest: FastifySchemaCompiler<z.ZodType> = ({ schema }) => {
  return (data) => {
    const parsed = schema.safeParse(data, { error: jsonIssue });
    return parsed.success ? { value: parsed.data } : { error: new InvalidRequestError(parsed.error.issues) };
  };
};
