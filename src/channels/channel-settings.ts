import { z } from 'zod';
import { InvalidInputError } from '../domain/errors.ts';
import { locateYaml } from '../text/located-yaml.ts';
import { fileProblems, plainIssue } from '../text/plain-issues.ts';

/** Settings of the environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

const name = z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/, 'must be 1 to 32 lower-case letters, digits or -');
const REFERENCE = /^\$\{([A-Za-z_][A-Za-z0-9_]*)\}$/;

/** A secret stands in the environment; the file says under which name, so that the file may be shown around. */
function secretIn(environment: Environment, check: (secret: string) => string | undefined = () => undefined) {
  return z.string().transform((text, context) => {
    const variable = REFERENCE.exec(text)?.[1];
    const problem =
      variable === undefined
        ? `must be the name of an environment variable, such as \${SHOP_TOKEN}`
        : !environment[variable]
          ? `names ${variable}, which is not set in the environment`
          : check(environment[variable]);
    if (problem === undefined) return environment[variable ?? ''] ?? '';
    context.addIssue({ code: 'custom', message: problem });
    return z.NEVER;
  });
}

function baseUrl(fallback?: string) {
  const url = z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/+$/, ''));
  return fallback === undefined ? url : url.default(fallback);
}

function settingsSchema(environment: Environment) {
  const secret = secretIn(environment);
  const unguessable = secretIn(environment, (token) =>
    token.length >= 16 && /^[\w.~-]+$/.test(token) ? undefined : 'must have at least 16 letters, digits, - or _',
  );
  const aesKey = secretIn(environment, (key) =>
    /^[A-Za-z0-9]{43}$/.test(key) ? undefined : 'must be an EncodingAESKey: 43 letters and digits',
  );
  const wechat = { name, id: z.string().min(1), token: secret, secret };
  const official = z.strictObject({
    ...wechat,
    kind: z.literal('official'),
    encodingAesKey: aesKey.optional(),
    api: baseUrl('https://api.weixin.qq.com'),
  });
  const kf = z.strictObject({
    ...wechat,
    kind: z.literal('kf'),
    encodingAesKey: aesKey,
    people: z.enum(['desk', 'wecom']).default('desk'),
    api: baseUrl('https://qyapi.weixin.qq.com'),
  });
  const chatwoot = z.strictObject({
    ...{ name, url: baseUrl(), token: unguessable, accessToken: secret },
    webhookSecret: secret.optional(),
  });
  const named = <Schema extends z.ZodType<{ name: string }>>(schema: Schema) =>
    z
      .array(schema)
      .refine((list) => new Set(list.map((entry) => entry.name)).size === list.length, 'must not have a name twice')
      .default([]);
  return z.strictObject({
    wechat: named(z.discriminatedUnion('kind', [official, kf])),
    chatwoot: named(chatwoot).refine(
      (list) => new Set(list.map(({ token }) => token)).size === list.length,
      'must not have a token twice: it tells whose webhook it is',
    ),
  });
}

/** The channels that a shop has connected. */
export type ChannelSettings = z.output<ReturnType<typeof settingsSchema>>;

/** No channels. */
export const NO_CHANNELS: ChannelSettings = { wechat: [], chatwoot: [] };

/**
 * Reads channels.yaml.
 * @param environment where the secrets are that the file names
 * @throws InvalidInputError with a line `file:line: field: what is wrong` for each mistake; it never shows a secret
 */
export function parseChannelSettings(file: string, source: string, environment: Environment): ChannelSettings {
  const yaml = locateYaml(file, source, { numbersAsText: true });
  if (yaml.problems.length > 0) throw new InvalidInputError(yaml.problems.join('\n'));
  const parsed = settingsSchema(environment).safeParse(yaml.value ?? {}, { error: plainIssue });
  if (parsed.success) return parsed.data;
  throw new InvalidInputError(fileProblems(file, yaml, parsed.error.issues).join('\n'));
}
