import type { FastifyServerOptions } from 'fastify';
import { maskPersonalData } from '../privacy/mask-personal-data.ts';

type LoggerOption = FastifyServerOptions['logger'];

/**
 * A logger that hides phones, addresses and the like in every line. We log nothing that customers wrote; but the errors
 * of databases and services quote what they were given, and this is the last place to catch it.
 */
export function maskedLogger(logger: LoggerOption): LoggerOption {
  if (!logger) return false;
  return {
    ...(logger === true ? {} : logger),
    formatters: { log: (fields) => maskPlain(fields) as Record<string, unknown> },
    hooks: {
      logMethod(args, method) {
        const masked = args.map((arg: unknown) => (typeof arg === 'string' ? maskPersonalData(arg) : arg));
        method.apply(this, masked as Parameters<typeof method>);
      },
    },
  };
}

/** Objects of classes are left to the serializers of the logger. */
function maskPlain(value: unknown): unknown {
  if (typeof value === 'string') return maskPersonalData(value);
  if (Array.isArray(value)) return value.map(maskPlain);
  if (value instanceof Error) return maskError(value);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskPlain(item)]));
}

/** Chosen properties only: errors of clients and databases carry whole requests around. */
function maskError(error: Error): Record<string, unknown> {
  const { name, message, stack, cause } = error;
  const code = 'code' in error ? error.code : undefined;
  return {
    ...{ type: name, code, message: maskPersonalData(message), stack: stack && maskPersonalData(stack) },
    ...(cause === undefined ? {} : { cause: maskPlain(cause) }),
  };
}
